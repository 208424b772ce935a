import { describe, expect, it } from 'vitest';
import { personId, slackUserId } from '#domain/ids.ts';
import type { CurrentStore } from '../contract.ts';
import { HOUR, idOf, NOON, sampleRequest } from '../sample-request.ts';

const bea = { person: personId('bea'), slackId: slackUserId('U0BEA'), name: 'Bea Lindqvist' };
const question = { requestId: idOf(1), by: bea, text: 'What is it for? — “v2” 🔍', at: NOON };

export function questionsContract(store: CurrentStore): void {
  const insert = () => store().transact((tx) => tx.requests.insert(sampleRequest(1)));
  const ask = (more: Partial<typeof question> = {}) =>
    store().transact((tx) => tx.questions.ask({ ...question, ...more }));
  const answer = (id: number, text = 'For the ranker.') =>
    store().transact((tx) => tx.questions.answer(id, { text, at: NOON + 1 }));

  describe('questions', () => {
    it('come back as they were put, oldest first, those of one request only', async () => {
      await insert();
      const first = await ask();
      await ask({ text: 'For how long?', at: NOON + 1 });
      expect(first).toEqual({ ...question, id: first.id, answer: null });
      expect((await store().read.questions.of(idOf(1))).map(({ text }) => text)).toEqual([
        question.text,
        'For how long?',
      ]);
      expect(await store().read.questions.of(idOf(2))).toEqual([]);
    });

    it('are answered once, whatever is said later', async () => {
      await insert();
      const { id } = await ask();
      expect([await answer(id), await answer(id, 'Something else.')]).toEqual([true, false]);
      expect((await store().read.questions.of(idOf(1)))[0]?.answer).toEqual({ text: 'For the ranker.', at: NOON + 1 });
    });

    it('are not put by whoever made the request, by person or account', async () => {
      await insert();
      const { requester } = sampleRequest(1).terms;
      await expect(ask({ by: { ...bea, person: requester.personId } })).rejects.toThrow();
      await expect(ask({ by: { ...bea, slackId: requester.slackId } })).rejects.toThrow();
    });

    it('move the end of deciding only while people decide', async () => {
      await insert();
      const move = { from: 'pending', revision: 0, to: 'pending', deadline: NOON + 2 * HOUR, pausedMs: HOUR } as const;
      expect(await store().transact((tx) => tx.requests.move(idOf(1), move))).toBe(true);
      expect(await store().read.requests.find(idOf(1))).toMatchObject({ pausedMs: HOUR, revision: 1 });
      const late = { ...move, revision: 1, to: 'approved', pausedMs: 2 * HOUR } as const;
      await expect(store().transact((tx) => tx.requests.move(idOf(1), late))).rejects.toThrow();
    });
  });
}
