import { describe, expect, it } from 'vitest';
import { digestOf } from '#domain/canonical.ts';
import { personId, requestId, shortRequestId, slackUserId } from '#domain/ids.ts';
import type { PlannedRequest } from '#workflow/ports/requests.ts';
import type { CurrentStore } from '../contract.ts';
import { HOUR, idOf, NOON, sampleRequest } from '../sample-request.ts';

export function requestsContract(store: CurrentStore): void {
  const insert = (...requests: PlannedRequest[]) =>
    store().transact(async (tx) => {
      for (const request of requests) await tx.requests.insert(request);
    });
  const list = async (filter: Parameters<ReturnType<CurrentStore>['read']['requests']['list']>[0]) =>
    (await store().read.requests.list(filter)).map((request) => request.terms.id);

  describe('requests', () => {
    it('gives back exactly what was stored, so that the digest can be taken again', async () => {
      const request = sampleRequest(1);
      await insert(request);
      const found = await store().read.requests.find(request.terms.id);
      expect(found).toEqual(request);
      expect(digestOf('test/request', found?.terms)).toBe(request.digest);
    });

    it('answers null for an id that nobody made', async () => {
      expect(await store().read.requests.find(idOf(7))).toBeNull();
    });

    it('refuses a second request with the same id', async () => {
      await insert(sampleRequest(1));
      await expect(insert(sampleRequest(1))).rejects.toMatchObject({ name: 'InvariantError' });
    });

    it('is found by the short id that people see, however they type it', async () => {
      const request = sampleRequest(40_000);
      await insert(request, sampleRequest(2));
      const short = shortRequestId(request.terms.id);
      for (const typed of [short, short.toLowerCase(), short.slice(2), ` ${short} `, request.terms.id]) {
        expect(await store().read.requests.findByShortId(typed), typed).toEqual([request]);
      }
      for (const typed of ['', 'R-', short.slice(-7), 'R-ZZZZZZZZ', '%%%%%%%%', `X${request.terms.id}`]) {
        expect(await store().read.requests.findByShortId(typed), typed).toEqual([]);
      }
    });

    it('answers every request that ends in the same eight characters', async () => {
      const twin = sampleRequest(1, {}, { id: requestId(`R1${idOf(1).slice(2)}`) });
      await insert(sampleRequest(1), twin);
      const both = await store().read.requests.findByShortId(shortRequestId(idOf(1)));
      expect(both.map((request) => request.terms.id)).toEqual([twin.terms.id, idOf(1)]);
      expect(await store().read.requests.findByShortId(idOf(1))).toHaveLength(1);
    });

    it('knows what undoes, continues or makes good a request, drafts left out', async () => {
      const follows = { as: 'undoes', request: idOf(1) } as const;
      await insert(sampleRequest(1), sampleRequest(2, { state: 'denied' }, { follows }));
      await insert(sampleRequest(3, { state: 'draft' }, { follows }), sampleRequest(4, {}, { follows }));
      expect(await store().read.requests.followers(idOf(1))).toEqual([
        { id: idOf(2), as: 'undoes', state: 'denied' },
        { id: idOf(4), as: 'undoes', state: 'pending' },
      ]);
      expect(await store().read.requests.followers(idOf(2))).toEqual([]);
    });

    it('lists the newest first, within the limit', async () => {
      await insert(sampleRequest(2), sampleRequest(1), sampleRequest(3));
      expect(await list({ limit: 2 })).toEqual([idOf(3), idOf(2)]);
      expect(await list({ limit: 1_000_000 })).toHaveLength(3);
      await expect(list({ limit: -1 })).rejects.toMatchObject({ name: 'InvariantError' });
    });

    it('filters by state, by requester and by what is due', async () => {
      const of = (person: string) => ({
        requester: { slackId: slackUserId(person), personId: personId(person), name: person },
      });
      await insert(
        sampleRequest(1, { state: 'draft' }),
        sampleRequest(2, { deadline: NOON + HOUR }),
        sampleRequest(3, { deadline: NOON + HOUR + 1 }),
        sampleRequest(4, { deadline: null }, of('U0GUS')),
      );
      expect(await list({ states: ['draft'], limit: 9 })).toEqual([idOf(1)]);
      expect(await list({ states: [], limit: 9 })).toEqual([]);
      expect(await list({ requester: slackUserId('U0GUS'), limit: 9 })).toEqual([idOf(4)]);
      expect(await list({ states: ['pending'], dueBy: NOON + HOUR, limit: 9 })).toEqual([idOf(2)]);
    });

    it('counts what a person has open: neither drafts nor what has ended', async () => {
      await insert(
        sampleRequest(1),
        sampleRequest(2, { state: 'draft' }),
        sampleRequest(3, { state: 'succeeded', endedAt: NOON }),
        sampleRequest(4, { state: 'needs_human' }),
        sampleRequest(5, {}, { requester: { slackId: slackUserId('U0GUS'), personId: personId('gus'), name: 'Gus' } }),
      );
      expect(await store().read.requests.countOpen(personId('erin'))).toBe(2);
      expect(await store().read.requests.countOpen(personId('nobody'))).toBe(0);
    });
  });
}
