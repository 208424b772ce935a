import { describe, expect, it } from 'vitest';
import { personId, slackUserId } from '#domain/ids.ts';
import type { CurrentStore } from '../contract.ts';
import { idOf, NOON, sampleRequest } from '../sample-request.ts';

const suggestion = {
  requestId: idOf(1),
  by: { person: personId('bea'), slackId: slackUserId('U0BEA'), name: 'Bea Lindqvist' },
  input: { project: { id: 'proj_search', name: 'search-dev' }, lifetime: 7 },
  fields: [{ label: 'For how long', from: '30d', to: '7d' }],
  sight: 'ab'.repeat(32),
  at: NOON,
};

export function suggestionsContract(store: CurrentStore): void {
  const insert = (n: number) => store().transact((tx) => tx.requests.insert(sampleRequest(n)));
  const make = (more: Partial<typeof suggestion> = {}) =>
    store().transact((tx) => tx.suggestions.make({ ...suggestion, ...more }));

  describe('suggestions', () => {
    it('come back as they were made, and are answered once', async () => {
      await insert(1);
      await insert(2);
      const { id } = await make();
      expect(await store().read.suggestions.of(idOf(1))).toEqual([{ ...suggestion, id, end: { as: 'open' } }]);
      const end = (counted: boolean) =>
        store().transact((tx) => tx.suggestions.end(id, { at: NOON + 1, taken: { by: idOf(2), counted } }));
      expect([await end(true), await end(false)]).toEqual([true, false]);
      const taken = { as: 'taken', at: NOON + 1, by: idOf(2), counted: true };
      const beside = await store().read.requests.beside([idOf(1), idOf(2)]);
      expect(beside.get(idOf(1))?.suggestions).toMatchObject([{ id, end: taken }]);
      expect(beside.get(idOf(2))?.took).toMatchObject({ id, end: taken });
      expect(beside.get(idOf(1))?.took).toBeNull();
    });

    it('can be left: what was asked for stays', async () => {
      await insert(1);
      const { id } = await make();
      await store().transact((tx) => tx.suggestions.end(id, { at: NOON + 1, taken: null }));
      expect((await store().read.suggestions.of(idOf(1)))[0]?.end).toEqual({ as: 'kept', at: NOON + 1 });
    });

    it('are not made by whoever made the request or gains by it', async () => {
      await insert(1);
      const { requester, beneficiary } = sampleRequest(1).terms;
      for (const person of [requester.personId, beneficiary ?? personId('fay')])
        await expect(make({ by: { ...suggestion.by, person } })).rejects.toThrow();
    });
  });
}
