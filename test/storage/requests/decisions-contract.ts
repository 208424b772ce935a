import { describe, expect, it } from 'vitest';
import { personId, slackUserId } from '#domain/ids.ts';
import type { CurrentStore } from '../contract.ts';
import { sampleDecision, sampleRequest } from '../sample-request.ts';

export function decisionsContract(store: CurrentStore): void {
  const request = sampleRequest(1);
  const decide = (decision = sampleDecision(request)) =>
    store().transact(async (tx) => {
      if ((await tx.requests.find(request.terms.id)) === null) await tx.requests.insert(request);
      return tx.requests.insertDecision(decision);
    });
  const decisions = () => store().read.requests.decisions(request.terms.id);

  describe('decisions', () => {
    it('keeps what a person decided', async () => {
      const decision = sampleDecision(request, 'bea', { kind: 'deny', comment: 'Ask for “dev” instead 🙂' });
      expect(await decide(decision)).toBe(true);
      expect(await decisions()).toEqual([decision]);
    });

    it('counts the first word of a person and not the second', async () => {
      await decide();
      expect(await decide(sampleDecision(request, 'bea', { kind: 'deny', slackId: slackUserId('U0BEA2') }))).toBe(
        false,
      );
      expect(await decisions()).toEqual([sampleDecision(request)]);
    });

    it('lists decisions in the order they were made', async () => {
      await decide(sampleDecision(request, 'cy', { at: 2 }));
      await decide(sampleDecision(request, 'bea', { at: 1 }));
      expect((await decisions()).map((decision) => decision.person)).toEqual(['bea', 'cy']);
    });

    it.each([
      ['its requester', sampleDecision(request, 'erin', { slackId: slackUserId('U0OTHER') })],
      [
        'another person with the requester’s account',
        sampleDecision(request, 'bea', { slackId: slackUserId('U0ERIN') }),
      ],
      ['its beneficiary', sampleDecision(request, 'fay')],
    ])('A1, A15 · can never be made by %s, whatever the program believes', async (_, decision) => {
      await expect(decide(decision)).rejects.toThrow('Nobody decides on what they ask for');
      expect(await decisions()).toEqual([]);
    });

    it('can be dropped for one person, who may then decide anew', async () => {
      await decide();
      await decide(sampleDecision(request, 'cy'));
      await store().transact((tx) => tx.requests.dropDecision(request.terms.id, personId('bea')));
      expect((await decisions()).map((decision) => decision.person)).toEqual(['cy']);
      expect(await decide()).toBe(true);
    });

    it('belongs to a request that exists', async () => {
      await expect(
        store().transact((tx) => tx.requests.insertDecision(sampleDecision(sampleRequest(2)))),
      ).rejects.toMatchObject({
        name: 'InvariantError',
      });
    });
  });
}
