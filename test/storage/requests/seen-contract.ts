import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHidden } from '#approvals/confidential.ts';
import { requestStates } from '#approvals/state.ts';
import { personId, shortRequestId, slackUserId } from '#domain/ids.ts';
import type { PlannedRequest } from '#workflow/ports/requests.ts';
import type { Viewer } from '#workflow/ports/sight.ts';
import type { CurrentStore } from '../contract.ts';
import { HOUR, idOf, NOON, sampleDecision, sampleEffect, sampleRequest } from '../sample-request.ts';

const confidential = { named: [{ person: personId('bea'), slackId: slackUserId('U0BEA') }], delayMs: HOUR };
const secret = (n: number, more: Partial<PlannedRequest> = {}, terms: Partial<PlannedRequest['terms']> = {}) =>
  sampleRequest(n, { state: 'draft', ...more }, { confidential, ...terms });
const as = (person: string | null, now = NOON): Viewer => ({
  who: person === null ? null : { personId: personId(person), slackId: slackUserId(`U0${person.toUpperCase()}`) },
  now,
});

export function seenContract(store: CurrentStore): void {
  const insert = (...requests: PlannedRequest[]) =>
    store().transact(async (tx) => {
      for (const request of requests) await tx.requests.insert(request);
    });

  /** Everything that this viewer is told of requests. */
  async function told(viewer: Viewer, request: PlannedRequest) {
    const { requests, audit } = store().read.seenBy(viewer);
    const { id } = request.terms;
    const ask = { operation: request.terms.plan.operation, input: request.terms.input };
    return {
      find: (await requests.find(id)) !== null,
      findByShortId: (await requests.findByShortId(shortRequestId(id))).length > 0,
      list: (await requests.list({ limit: 10 })).length > 0,
      decisions: (await requests.decisions(id)).length > 0,
      effects: (await requests.effects(id)).length > 0,
      followers: (await requests.followers(idOf(90))).length > 0,
      beside: ((await requests.beside([id])).get(id)?.decisions.length ?? 0) > 0,
      besideFollowers: ((await requests.beside([idOf(90)])).get(idOf(90))?.followers.length ?? 0) > 0,
      decisionsOf: ((await requests.decisionsOf([id])).get(id)?.length ?? 0) > 0,
      decidedBy: (await requests.decidedBy(personId('bea'), 10)).length > 0,
      countAllOpen: (await requests.countAllOpen()) > 0,
      countOpen: (await requests.countOpen(personId('erin'))) > 0,
      countSent: (await requests.countSent(personId('erin'), 0)) > 0,
      countApprovals: (await requests.countApprovals(personId('bea'), 0)) > 0,
      deniedSince: (await requests.deniedSince(ask, 0)) !== null,
      history: (await requests.history(personId('erin'), { operation: 'x', since: 0, than: null })).recent.length > 0,
      effectsTouching: (await requests.effectsTouching('key_1')).length > 0,
      entriesOf: (await audit.entriesOf(id)).some(({ body }) => body !== null),
      range: (await audit.range(1, 10)).some(({ body }) => body !== null),
    };
  }

  /** One that is pending and one that was denied, each with everything that can stand beside a request. */
  async function makeSecret(): Promise<PlannedRequest> {
    const request = secret(1, {}, { follows: { as: 'undoes', request: idOf(90) } });
    await store().transact(async (tx) => {
      await tx.requests.insert(secret(90));
      await tx.requests.insert(request);
      await tx.requests.move(request.terms.id, { from: 'draft', revision: 0, to: 'pending', deadline: null });
      await tx.requests.insertDecision(sampleDecision(request));
      await tx.requests.insertEffect(sampleEffect(request, 1, { resourceIds: ['key_1'] }));
      const denied = secret(2);
      await tx.requests.insert(denied);
      await tx.requests.move(denied.terms.id, {
        from: 'draft',
        revision: 0,
        to: 'denied',
        deadline: null,
        endedAt: NOON,
      });
      const body = { v: 1, kind: 'request.made', who: 'U0ERIN', what: { reason: 'canary' } } as const;
      await tx.audit.append({ at: NOON, requestId: request.terms.id, body, salt: Buffer.alloc(16) });
    });
    return request;
  }

  describe('what is confidential', () => {
    it.each([null, 'fay', 'omar'])('is in nothing that %s is told', async (person) => {
      const all = await told(as(person), await makeSecret());
      expect(Object.entries(all).filter(([, is]) => is)).toEqual([]);
    });

    it.each(['erin', 'bea'])('is in everything that %s is told', async (person) => {
      const all = await told(as(person), await makeSecret());
      expect(Object.entries(all).filter(([, is]) => !is)).toEqual([]);
    });

    it('is seen by whoever asked from their account too, whoever they are taken for now', async () => {
      await insert(secret(1));
      const viewer = { who: { personId: personId('somebody'), slackId: slackUserId('U0ERIN') }, now: NOON };
      expect(await store().read.seenBy(viewer).requests.find(idOf(1))).not.toBeNull();
    });

    it('is not seen by somebody who was named and is now known to be the one it is about', async () => {
      await insert(secret(1, {}, { beneficiary: personId('bea') }));
      expect(await store().read.seenBy(as('bea')).requests.find(idOf(1))).toBeNull();
    });

    it('keeps order and hashes of its entries, so that the chain still verifies', async () => {
      await makeSecret();
      const [entry] = await store().read.audit.range(1, 1);
      expect(await store().read.seenBy(as(null)).audit.range(1, 1)).toEqual([{ ...entry, body: null, salt: null }]);
    });

    it('is shown to everybody exactly when the rule of the approvals room says so', async () => {
      let n = 100;
      await fc.assert(
        fc.asyncProperty(
          fc.record({
            state: fc.constantFrom(...requestStates),
            attempt: fc.nat(1),
            endedAt: fc.constantFrom(null, NOON),
            now: fc.constantFrom(NOON, NOON + HOUR - 1, NOON + HOUR, NOON + 9000 * HOUR),
            isSecret: fc.boolean(),
          }),
          async ({ now, isSecret, ...stand }) => {
            const about = isSecret ? { confidential: { ...confidential, named: [] } } : {};
            const request = sampleRequest((n += 1), stand, about);
            await insert(request);
            const seen = await store().read.seenBy(as(null, now)).requests.find(request.terms.id);
            expect(seen === null).toBe(isHidden(request, now));
          },
        ),
        { numRuns: 100 },
      );
    });

    it('stays what it was made, and so does who is trusted with it', async () => {
      await insert(secret(1), sampleRequest(2));
      await expect(insert(secret(3, { state: 'pending' }))).rejects.toThrow();
    });
  });
}
