import { describe, expect, it } from 'vitest';
import type { Effect } from '#workflow/ports/requests.ts';
import type { CurrentStore } from '../contract.ts';
import { sampleEffect, sampleRequest } from '../sample-request.ts';

export function effectsContract(store: CurrentStore): void {
  const request = sampleRequest(1);
  const insert = (...effects: Effect[]) =>
    store().transact(async (tx) => {
      if ((await tx.requests.find(request.terms.id)) === null) await tx.requests.insert(request);
      for (const effect of effects) await tx.requests.insertEffect(effect);
    });
  const settle = (
    result: { status: 'applied' | 'not-applied' | 'unknown'; resourceIds?: string[]; answer?: Effect['answer'] },
    position = 1,
  ) =>
    store().transact((tx) =>
      tx.requests.settleEffect(
        { requestId: request.terms.id, attempt: 1, position },
        { status: result.status, answer: result.answer ?? null, resourceIds: result.resourceIds ?? [], settledAt: 99 },
      ),
    );
  const effects = () => store().read.requests.effects(request.terms.id);

  describe('effects', () => {
    it('are kept as they were intended, in the order of attempts and positions', async () => {
      const [first, second, again] = [
        sampleEffect(request, 1),
        sampleEffect(request, 2, { part: 'compensation' }),
        sampleEffect(request, 1, { attempt: 2 }),
      ];
      await insert(again, second, first);
      expect(await effects()).toEqual([first, second, again]);
    });

    it('are settled once, by what the vendor answered', async () => {
      await insert(sampleEffect(request, 1));
      const answer = { id: 'svc_1', note: 'half a pair: \ud83d' };
      expect(await settle({ status: 'applied', answer, resourceIds: ['svc_1', 'svc_1'] })).toBe(true);
      expect(await settle({ status: 'not-applied' })).toBe(false);
      expect(await effects()).toEqual([
        sampleEffect(request, 1, { status: 'applied', answer, resourceIds: ['svc_1', 'svc_1'], settledAt: 99 }),
      ]);
    });

    it('may pass from unknown to what the evidence says', async () => {
      await insert(sampleEffect(request, 1));
      expect(await settle({ status: 'unknown' })).toBe(true);
      expect(await settle({ status: 'applied', resourceIds: ['svc_1'] })).toBe(true);
      expect((await effects())[0]).toMatchObject({ status: 'applied' });
    });

    it('are not settled where there is no such effect', async () => {
      await insert(sampleEffect(request, 1));
      expect(await settle({ status: 'applied' }, 2)).toBe(false);
    });

    it('cannot be intended twice', async () => {
      await insert(sampleEffect(request, 1));
      await expect(insert(sampleEffect(request, 1))).rejects.toMatchObject({ name: 'InvariantError' });
    });

    it('are found by anything they touched, newest first, at most 20', async () => {
      const many = Array.from({ length: 25 }, (_, i) =>
        sampleEffect(request, i + 1, { resourceIds: i % 2 === 0 ? ['key_1', 'svc_1'] : ['key_1'] }),
      );
      await insert(...many);
      await settle({ status: 'applied', resourceIds: ['key_2'] });
      const touching = async (id: string) =>
        (await store().read.requests.effectsTouching(id)).map((effect) => effect.position);
      expect(await touching('key_1')).toEqual(Array.from({ length: 20 }, (_, i) => 25 - i));
      expect(await touching('key_2')).toEqual([1]);
      expect(await touching('svc_1')).toEqual(Array.from({ length: 13 }, (_, i) => 25 - 2 * i));
      expect(await touching('nothing')).toEqual([]);
    });
  });
}
