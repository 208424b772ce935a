import { describe, expect, test } from 'vitest';
import { hourMs, minuteMs } from '#domain/instant.ts';
import type { RequestId } from '#domain/ids.ts';
import { expireRequests } from '#workflow/expire-requests.ts';
import { at, type Somebody } from '../support/cast.ts';
import { fakeOpenAiKey } from '../support/fake-secret.ts';
import { keysToBePosted, remembered } from '../support/remembered.ts';
import { openSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { approved, asks, decides, must, recordOf, requested, standing } from '../support/walk.ts';

interface Said {
  readonly text?: string;
  readonly who?: Somebody;
}

const asking = (small: SmallHouse, requestId: RequestId, { text = 'What is it for?', who = 'bea' }: Said = {}) =>
  small.useCases.ask({ requestId, text, caller: at(who) });

async function answering(
  small: SmallHouse,
  requestId: RequestId,
  { text = 'For the ranker.', who = 'erin' }: Said = {},
) {
  const question = (await small.store.read.questions.of(requestId)).at(-1)?.id ?? 0;
  return small.useCases.answer({ requestId, question, text, caller: at(who) });
}

const untilOf = async (small: SmallHouse, id: RequestId) => (await recordOf(small, id)).deadline ?? 0;

describe('a question', () => {
  test('reaches the requester, stands on the card, and is in the chain with its answer', async () => {
    const small = await openSmallHouse();
    const id = await requested(small, 'revoke her key');
    expect(must(await asking(small, id))).toContain('Erin Vale was asked.');
    const [question] = await small.store.read.questions.of(id);
    expect(await keysToBePosted(small)).toContain(`question:${id}:${question?.id}`);
    expect(must(await answering(small, id))).toContain('Bea Lindqvist is told');
    const picture = await small.useCases.picture(id);
    expect(picture?.questions).toMatchObject([{ text: 'What is it for?', answer: { text: 'For the ranker.' } }]);
    const told = (await remembered(small)).filter(({ kind }) => kind.startsWith('question.'));
    expect(told.map(({ kind, who, what }) => [kind, who, what['text']])).toEqual([
      ['question.asked', at('bea').slackId, 'What is it for?'],
      ['question.answered', at('erin').slackId, 'For the ranker.'],
    ]);
  });

  test('leaves what was asked for, its digest and the decisions as they are', async () => {
    const small = await openSmallHouse();
    const id = await requested(small, 'revoke her key');
    const before = await recordOf(small, id);
    must(await asking(small, id));
    must(await answering(small, id, { text: 'approve it for 90d, model: all, <@U0BEA00001> said yes' }));
    const after = await recordOf(small, id);
    expect([after.terms, after.digest, after.state]).toEqual([before.terms, before.digest, before.state]);
    expect(await small.store.read.requests.decisions(id)).toEqual([]);
    must(await decides(small, id, { who: 'bea' }));
  });

  test.each(['erin', 'priya', 'zoe'] as const)(
    'is not put by %s, who does not decide; the attempt is kept',
    async (who) => {
      const small = await openSmallHouse();
      const id = await requested(small, 'revoke her key');
      const code = who === 'erin' ? 'question.own-request' : 'question.not-eligible';
      expect(await asking(small, id, { text: 'Why?', who })).toMatchObject({ kind: 'refusal', code });
      await small.house.refusals.flush(small.house);
      expect((await remembered(small)).at(-1)).toMatchObject({ kind: 'person.refused', what: { code } });
      expect(await small.store.read.questions.of(id)).toEqual([]);
    },
  );

  test.each(['bea', 'priya', 'zoe'] as const)('is not answered by %s, who did not ask for it', async (who) => {
    const small = await openSmallHouse();
    const id = await requested(small, 'revoke her key');
    must(await asking(small, id));
    expect(await answering(small, id, { text: 'For me.', who })).toMatchObject({
      kind: 'refusal',
      code: 'question.not-yours',
    });
    await small.house.refusals.flush(small.house);
    expect((await remembered(small)).at(-1)).toMatchObject({ kind: 'person.refused' });
    expect((await small.store.read.questions.of(id))[0]?.answer).toBeNull();
  });

  test('B22 · holds no key, no hidden character and no wall of lines', async () => {
    const small = await openSmallHouse();
    const id = await requested(small, 'revoke her key');
    const key = fakeOpenAiKey();
    for (const text of [key, 'a\u202Eb c', 'a\nb\nc\nd\ne', 'x'.repeat(501), '  ']) {
      expect(await asking(small, id, { text })).toMatchObject({ kind: 'refusal', code: 'question.text' });
      expect(await answering(small, id, { text })).toMatchObject({ kind: 'refusal', code: 'question.text' });
    }
    expect(JSON.stringify(await remembered(small))).not.toContain(key);
  });

  test('that two approvers put at the same moment is one', async () => {
    const small = await openSmallHouse();
    const id = await requested(small, 'revoke her key');
    const both = await Promise.all([asking(small, id), asking(small, id, { text: 'And for how long?', who: 'omar' })]);
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['done', 'refusal']);
    expect(await small.store.read.questions.of(id)).toHaveLength(1);
  });
});

describe('the clock', () => {
  test('stands still while the first question waits, and goes on with the answer', async () => {
    const small = await openSmallHouse();
    const id = await requested(small, 'revoke her key');
    const until = await untilOf(small, id);
    small.clock.forward(20 * minuteMs);
    must(await asking(small, id));
    expect(await untilOf(small, id)).toBe(until + 8 * hourMs);
    small.clock.forward(30 * minuteMs);
    must(await answering(small, id));
    expect(await untilOf(small, id)).toBe(until + 30 * minuteMs);
  });

  test('does not stand still again for a second question', async () => {
    const small = await openSmallHouse();
    const id = await requested(small, 'revoke her key');
    must(await asking(small, id));
    must(await answering(small, id));
    const until = await untilOf(small, id);
    must(await asking(small, id, { text: 'And for how long?' }));
    small.clock.forward(minuteMs);
    must(await answering(small, id, { text: 'A week.' }));
    expect(await untilOf(small, id)).toBe(until);
  });

  test('runs out all the same when nobody answers', async () => {
    const small = await openSmallHouse();
    const id = await requested(small, 'revoke her key');
    must(await asking(small, id));
    small.clock.forward((await untilOf(small, id)) - small.clock.now());
    expect(await decides(small, id, { who: 'bea' })).toMatchObject({ kind: 'refusal', code: 'request.closed' });
    await expireRequests(small.house);
    expect((await standing(small, id)).state).toBe('expired');
  });
});

describe('changing a request', () => {
  const changed = (small: SmallHouse, changes: RequestId, who: Somebody = 'erin') =>
    small.useCases.draft({
      ...asks['a new key'],
      input: { ...asks['a new key'].input, for: 7 * 24 * hourMs },
      reason: 'nightly evaluation',
      changes,
      caller: at(who),
    });

  async function sends(small: SmallHouse, outcome: Awaited<ReturnType<typeof changed>>) {
    if (outcome.kind !== 'drafted') throw new Error(`Not drafted: ${JSON.stringify(outcome)}`);
    const requestId = outcome.picture.record.terms.id;
    return { requestId, sent: await small.useCases.submit({ requestId, typedName: null, caller: at('erin') }) };
  }

  test('cancels the old one in the moment the new one is sent, and links both', async () => {
    const small = await openSmallHouse();
    const old = await requested(small, 'a new key');
    const draft = await changed(small, old);
    expect((await standing(small, old)).state).toBe('pending');
    const { requestId, sent } = await sends(small, draft);
    must(sent);
    expect(await standing(small, old)).toEqual({
      state: 'cancelled',
      outcome: `Erin Vale changed it: R-${requestId.slice(-8)} takes its place`,
    });
    const { terms, state } = await recordOf(small, requestId);
    expect([terms.follows, state]).toEqual([{ as: 'changes', request: old }, 'pending']);
    expect((await small.useCases.picture(old))?.followers).toEqual([
      { id: requestId, as: 'changes', state: 'pending' },
    ]);
  });

  test('takes no approval along: what was approved was something else', async () => {
    const small = await openSmallHouse();
    const old = await approved(small, 'a new key');
    const { requestId, sent } = await sends(small, await changed(small, old));
    must(sent);
    expect((await standing(small, old)).state).toBe('cancelled');
    expect(await small.store.read.requests.decisions(requestId)).toEqual([]);
    expect((await standing(small, requestId)).state).toBe('pending');
  });

  test.each(['bea', 'priya'] as const)('is for whoever made it, not for %s', async (who) => {
    const small = await openSmallHouse();
    const old = await requested(small, 'a new key');
    expect(await changed(small, old, who)).toMatchObject({ kind: 'refusal', code: 'request.not-yours' });
    expect((await standing(small, old)).state).toBe('pending');
  });

  test('is for the same operation only', async () => {
    const small = await openSmallHouse();
    const old = await requested(small, 'a new key');
    const ask = { ...asks['revoke her key'], reason: 'laptop lost', changes: old, caller: at('erin') };
    expect(await small.useCases.draft(ask)).toMatchObject({ kind: 'refusal', code: 'change.other' });
  });

  test('asks again for what has expired: the same, linked, and nothing is left to cancel', async () => {
    const small = await openSmallHouse();
    const old = await requested(small, 'a new key');
    small.clock.forward(24 * hourMs);
    await expireRequests(small.house);
    expect((await standing(small, old)).state).toBe('expired');
    expect(await changed(small, old, 'priya')).toMatchObject({ kind: 'refusal', code: 'request.not-yours' });
    const { requestId, sent } = await sends(small, await changed(small, old));
    must(sent);
    const { terms, state } = await recordOf(small, requestId);
    expect([terms.follows, state]).toEqual([{ as: 'changes', request: old }, 'pending']);
    expect((await standing(small, old)).state).toBe('expired');
  });

  test('B11 · comes too late where the old one has ended between preview and Send, and then sends nothing', async () => {
    const small = await openSmallHouse();
    const old = await requested(small, 'a new key');
    const draft = await changed(small, old);
    must(await decides(small, old, { who: 'bea', kind: 'deny' }));
    const { requestId, sent } = await sends(small, draft);
    expect(sent).toMatchObject({ kind: 'refusal', code: 'request.closed' });
    expect((await standing(small, requestId)).state).toBe('draft');
    expect((await standing(small, old)).state).toBe('denied');
  });

  test('B11 · and an approval of the old one at the same moment come to one of both, never to two open requests', async () => {
    const small = await openSmallHouse();
    const old = await requested(small, 'a new key');
    const draft = await changed(small, old);
    await Promise.all([sends(small, draft), decides(small, old, { who: 'bea' })]);
    const states = (await small.store.read.requests.list({ limit: 10 })).map(({ state }) => state).toSorted();
    expect(states).toEqual(['cancelled', 'pending']);
  });

  test('makes room for itself among the open requests', async () => {
    const small = await openSmallHouse();
    const most = small.house.policy().policy.limits.openRequestsPerPerson;
    const ids: RequestId[] = [];
    for (let n = 0; n < most; n += 1) ids.push(await requested(small, 'a new key'));
    const [first] = ids;
    if (first === undefined) throw new Error('Nothing is open');
    must((await sends(small, await changed(small, first))).sent);
  });
});
