import { describe, expect, it } from 'vitest';
import type { Binding } from '#domain/bound-person.ts';
import { personId, slackUserId } from '#domain/ids.ts';
import type { CurrentStore } from '../contract.ts';
import { NOON } from '../sample-request.ts';

const zoe = {
  person: personId('openai:user-zoe'),
  name: 'Zoe Stone',
  accounts: [
    { slackId: slackUserId('U0ZOE00001'), email: 'zoe@acme.example' },
    { slackId: slackUserId('U0ZOE00002'), email: 'zoe@contractor.test' },
  ],
  openaiId: 'user-zoe',
  openaiEmail: 'zoe@acme.example',
  unit: 'payments',
} as const;

export function peopleContract(store: CurrentStore): void {
  const transact: ReturnType<CurrentStore>['transact'] = (work) => store().transact(work);
  const bind = (binding: Binding, at = NOON) => transact((tx) => tx.people.bind(binding, { requestId: 'request', at }));

  describe('people', () => {
    it('are bound with every account, and anew in place of what they were', async () => {
      await bind(zoe);
      const bound = { ...zoe, state: 'bound', why: '', since: NOON, requestId: 'request' };
      expect(await store().read.people.all()).toEqual([bound]);
      await bind({ ...zoe, accounts: [zoe.accounts[0]], unit: null }, NOON + 1);
      expect(await store().read.people.all()).toEqual([
        { ...bound, accounts: [zoe.accounts[0]], unit: null, since: NOON + 1 },
      ]);
    });

    it('are suspended once, with the reason, until they are bound again', async () => {
      const suspend = (why: string) => transact((tx) => tx.people.suspend(zoe.person, why, NOON + 1));
      expect(await suspend('nobody')).toBe(false);
      await bind(zoe);
      expect(await suspend('gone')).toBe(true);
      expect(await suspend('again')).toBe(false);
      expect(await store().read.people.all()).toMatchObject([{ state: 'suspended', why: 'gone', since: NOON + 1 }]);
      await bind(zoe, NOON + 2);
      expect(await store().read.people.all()).toMatchObject([{ state: 'bound', why: '' }]);
    });

    it('are bound no longer once, and only who was named', async () => {
      await bind(zoe);
      await bind({ ...zoe, person: personId('openai:user-bea'), openaiId: 'user-bea' });
      const unbind = () => transact((tx) => tx.people.unbind(zoe.person));
      expect([await unbind(), await unbind()]).toEqual([true, false]);
      expect(await store().read.people.all()).toMatchObject([{ person: 'openai:user-bea' }]);
    });

    it('are bound all or none', async () => {
      const half = transact(async (tx) => {
        await tx.people.bind(zoe, { requestId: 'request', at: NOON });
        throw new Error('stopped half-way');
      });
      await expect(half).rejects.toThrow('stopped half-way');
      expect(await store().read.people.all()).toEqual([]);
    });

    it('can be listed by hand, and each list is kept as it was given', async () => {
      const lines = [{ openai: 'zoe@acme.example', slack: ['U0ZOE00001'], also: [], unit: null }];
      const keep = (source: string) => transact((tx) => tx.people.keepList({ lines, source, at: NOON }));
      const [first, second] = [await keep('people.csv'), await keep('more.csv')];
      expect(second).toBeGreaterThan(first);
      expect(await store().read.people.list(first)).toEqual({ id: first, lines, source: 'people.csv', at: NOON });
      expect(await store().read.people.list(second + 1)).toBeNull();
    });
  });
}
