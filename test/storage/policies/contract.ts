import { describe, expect, it } from 'vitest';
import { requestId } from '#domain/ids.ts';
import { smallPolicy } from '../../support/small-policy.ts';
import type { CurrentStore } from '../contract.ts';
import { idOf, NOON } from '../sample-request.ts';

const { policy } = smallPolicy();
const first = {
  digest: 'aa',
  text: 'version: 1',
  file: 'policy.yml',
  policy,
  how: 'first-start',
  requestId: null,
  at: NOON,
} as const;

export function policiesContract(store: CurrentStore): void {
  const adopt = (
    more: Partial<typeof first> | { digest: string; at: number; requestId: ReturnType<typeof requestId> },
  ) => store().transact((tx) => tx.policies.adopt({ ...first, ...more }));

  describe('policies', () => {
    it('are in force one after the other, the one adopted last', async () => {
      expect(await store().read.policies.inForce()).toBeNull();
      const one = await adopt({});
      const two = await adopt({ digest: 'bb', at: NOON + 1, requestId: requestId(idOf(1)) });
      expect(two).toEqual({ ...first, digest: 'bb', at: NOON + 1, requestId: idOf(1), id: two.id });
      expect(await store().read.policies.inForce()).toEqual(two);
      expect(await store().read.policies.history(10)).toEqual([two, one]);
    });

    it('are found by number and by digest, of which the last counts', async () => {
      const one = await adopt({});
      await adopt({ digest: 'bb', at: NOON + 1, requestId: requestId(idOf(1)) });
      const again = await adopt({});
      const { policies } = store().read;
      expect([await policies.find(one.id), await policies.byDigest('aa')]).toEqual([one, again]);
      expect([await policies.find(99), await policies.byDigest('cc')]).toEqual([null, null]);
    });
  });
}
