import { describe, expect, it } from 'vitest';
import { personId } from '#domain/ids.ts';
import type { CurrentStore } from '../contract.ts';
import { idOf, sampleDecision, sampleEffect, sampleRequest } from '../sample-request.ts';

export function besideContract(store: CurrentStore): void {
  const [one, two, three] = [sampleRequest(1), sampleRequest(2), sampleRequest(3)];

  describe('what stands beside many requests', () => {
    it('is for each of them what is read of it alone', async () => {
      const follower = sampleRequest(4, {}, { follows: { as: 'undoes', request: two.terms.id } });
      await store().transact(async (tx) => {
        for (const request of [one, two, three, follower]) await tx.requests.insert(request);
        await tx.requests.insertDecision(sampleDecision(one, 'cy', { at: 2 }));
        await tx.requests.insertDecision(sampleDecision(one, 'bea', { at: 1 }));
        await tx.requests.insertEffect(sampleEffect(two, 1));
      });
      const { requests } = store().read;
      const ids = [one, two, three].map(({ terms }) => terms.id);
      const beside = await requests.beside(ids);
      for (const id of ids) {
        expect(beside.get(id)).toEqual({
          decisions: await requests.decisions(id),
          effects: await requests.effects(id),
          questions: await store().read.questions.of(id),
          suggestions: await store().read.suggestions.of(id),
          took: null,
          followers: await requests.followers(id),
        });
      }
      expect((await requests.decisionsOf(ids)).get(one.terms.id)).toEqual(await requests.decisions(one.terms.id));
      expect(await requests.beside([])).toEqual(new Map());
    });

    it('is what somebody asked for before: when, and whether it was ever carried out for them', async () => {
      const asked = [
        sampleRequest(1, { state: 'succeeded' }),
        sampleRequest(2, { state: 'denied' }),
        sampleRequest(3, { state: 'draft' }),
        sampleRequest(4),
        sampleRequest(5, {}, { requester: { ...sampleRequest(5).terms.requester, personId: personId('priya') } }),
      ];
      await store().transact(async (tx) => {
        for (const request of asked) await tx.requests.insert(request);
      });
      const { requests } = store().read;
      const [first, , , last] = asked;
      const about = { operation: one.terms.plan.operation, since: 0, than: null };
      const of = (who: string, more: object = {}) => requests.history(personId(who), { ...about, ...more });
      const made = (n: number) => sampleRequest(n).createdAt;
      expect(await of('erin')).toEqual({ recent: [made(4), made(2), made(1)], isFirst: false });
      expect(await of('priya')).toEqual({ recent: [made(5)], isFirst: true });
      expect(await of('nobody')).toEqual({ recent: [], isFirst: true });
      expect((await of('erin', { since: made(2) })).recent).toEqual([made(4)]);
      expect(await of('erin', { operation: 'keys.revoke' })).toMatchObject({ isFirst: true });
      // A request that was made is judged by what came before it, and never by itself.
      expect((await of('erin', { than: { id: last?.terms.id, createdAt: last?.createdAt } })).recent).toEqual([
        made(2),
        made(1),
      ]);
      expect(await of('erin', { than: { id: first?.terms.id, createdAt: first?.createdAt } })).toEqual({
        recent: [],
        isFirst: true,
      });
    });

    it('is what a person decided on, their last decision first, and nothing of others', async () => {
      await store().transact(async (tx) => {
        for (const request of [one, two, three]) await tx.requests.insert(request);
        await tx.requests.insertDecision(sampleDecision(one, 'bea', { at: 30 }));
        await tx.requests.insertDecision(sampleDecision(two, 'bea', { at: 10 }));
        await tx.requests.insertDecision(sampleDecision(three, 'cy', { at: 20 }));
      });
      const { requests } = store().read;
      expect((await requests.decidedBy(personId('bea'), 10)).map(({ terms }) => terms.id)).toEqual([idOf(1), idOf(2)]);
      expect(await requests.decidedBy(personId('bea'), 1)).toEqual([one]);
      expect(await requests.decidedBy(personId('dan'), 10)).toEqual([]);
    });
  });
}
