import { describe, expect, it } from 'vitest';
import { operationId, type RequestId } from '#domain/ids.ts';
import { hourMs, minuteMs } from '#domain/instant.ts';
import { isRefusal } from '#domain/refusal.ts';
import { proofHolds } from '#identity/passkeys.ts';
import { executeApproved } from '#workflow/execute-request.ts';
import { takeHostAsks } from '#workflow/host/take-host-asks.ts';
import type { HostAsk, HostWish } from '#workflow/ports/host-asks.ts';
import { verifySignatures } from '#workflow/step-up/verify-signatures.ts';
import { slackIds } from '../../support/cast.ts';
import { type App, enrolsCodes, enrolsPasskey } from '../../support/enrolling.ts';
import { remembered } from '../../support/remembered.ts';
import { openSmallHouse, type SmallHouse } from '../../support/small-house.ts';
import { smallPolicy } from '../../support/small-policy.ts';
import { decides, recordOf, standing } from '../../support/walk.ts';
import { everything, opensPage, wantsWithCode, wishOf } from './at-the-host.ts';

const revoke = {
  does: 'ask',
  operation: operationId('keys.revoke'),
  words: { key: 'search-dev/erin-laptop' },
  reason: 'laptop lost',
  when: '',
  typedName: null,
} as const;

interface Open {
  readonly small: SmallHouse;
  readonly app: App;
}

async function open(policy = smallPolicy()): Promise<Open> {
  const small = await openSmallHouse({ policy });
  const app = await enrolsCodes(small, 'bea');
  small.clock.forward(minuteMs);
  return { small, app };
}

/** What Bea asks for, taken up by the bot. */
async function asks({ small, app }: Open, wish: HostWish = revoke): Promise<HostAsk> {
  const ask = await wantsWithCode(small, { who: 'bea', wish, code: app.code(small.clock.now()) });
  if (isRefusal(ask)) throw new Error(ask.rule);
  expect(ask.answer).toBeNull();
  await takeHostAsks(small.house);
  small.clock.forward(minuteMs);
  return wishOf(small, ask.id);
}

function requestOf({ answer }: HostAsk): RequestId {
  const id = answer?.requestId ?? null;
  if (id === null) throw new Error(JSON.stringify(answer));
  return id;
}

describe('what was asked for on the host', () => {
  it('is a request of its person like any other: planned, judged, sent, and decided by somebody else', async () => {
    const opened = await open();
    const { small } = opened;
    const asked = await asks(opened);
    const id = requestOf(asked);
    expect(asked.answer?.sentence).toMatch(/^Sent as R-\w{8}\. It needs 1/);
    const { terms, state } = await recordOf(small, id);
    expect([state, terms.requester.slackId, terms.reason]).toEqual(['pending', slackIds.bea, 'laptop lost']);
    expect(await decides(small, id, { who: 'bea' })).toMatchObject({ kind: 'refusal' });
    await decides(small, id, { who: 'omar' });
    await executeApproved(small.house);
    expect((await standing(small, id)).state).toBe('succeeded');
  });

  it('says in the chain through which door, how it was proven and what came of it', async () => {
    const opened = await open();
    const id = requestOf(await asks(opened));
    const bodies = (await remembered(opened.small)).filter(({ kind }) => /^host\.|^request\.made/.test(kind));
    expect(bodies.map(({ kind, who, requestId }) => [kind, who, requestId])).toEqual([
      ['host.asked', slackIds.bea, null],
      ['request.made', slackIds.bea, id],
      ['host.answered', 'system:host-asks', id],
    ]);
    expect(bodies[0]?.what).toMatchObject({ ask: 1, proof: 'code', words: revoke.words });
    expect(bodies[1]?.what).toMatchObject({ via: 'cli' });
    expect(bodies[2]?.what).toMatchObject({ ask: 1, outcome: 'done' });
  });

  it('is taken once, however often the bot looks, and sends nothing by itself', async () => {
    const opened = await open();
    const { small } = opened;
    await asks(opened);
    await Promise.all([1, 2, 3].map(() => takeHostAsks(small.house)));
    await executeApproved(small.house);
    expect(await small.store.read.requests.list({ limit: 10 })).toHaveLength(1);
    expect(small.vendor.arrivals).toEqual([]);
  });

  it('is forgotten after an hour in which no bot ran', async () => {
    const { small, app } = await open();
    const ask = await wantsWithCode(small, { who: 'bea', wish: revoke, code: app.code(small.clock.now()) });
    small.clock.forward(hourMs);
    await takeHostAsks(small.house);
    expect(ask).toMatchObject({ id: 1, isTaken: false });
    expect(await wishOf(small, 1)).toMatchObject({ isTaken: false, answer: null });
    expect(await small.store.read.requests.list({ limit: 1 })).toEqual([]);
  });

  it('is not asked twice by a bot that stopped in between', async () => {
    const { small, app } = await open();
    await wantsWithCode(small, { who: 'bea', wish: revoke, code: app.code(small.clock.now()) });
    await small.store.transact((tx) => tx.hostAsks.take(1, small.clock.now()));
    await takeHostAsks(small.restarted().house);
    expect(await small.store.read.requests.list({ limit: 1 })).toEqual([]);
    expect(await wishOf(small, 1)).toMatchObject({ isTaken: true, answer: null });
  });
});

describe('what cannot be asked for on the host', () => {
  const refused = async (opened: Open, wish: HostWish): Promise<string> => {
    const { answer } = await asks(opened, wish);
    expect(answer).toMatchObject({ outcome: 'refused', requestId: null });
    expect(await opened.small.store.read.requests.list({ states: ['pending'], limit: 1 })).toEqual([]);
    return answer?.sentence ?? '';
  };

  it('says what is missing or unclear, because there is no form', async () => {
    const opened = await open();
    expect(await refused(opened, { ...revoke, words: {} })).toBe('Nothing was asked for. Still missing: Key.');
    expect(await refused(opened, { ...revoke, words: { key: 'nothing-like-it' } })).toContain(
      'There is no key “nothing-like-it”.',
    );
  });

  it('asks for the name of what is in production to be typed', async () => {
    const opened = await open();
    const wish = { ...revoke, words: { key: 'search-prod/erin-prod' } };
    expect(await refused(opened, wish)).toContain('type erin-prod exactly');
    expect((await asks(opened, { ...wish, typedName: 'erin-prod' })).answer).toMatchObject({ outcome: 'done' });
  });

  it('is what the policy denies, and what Slack no longer vouches for', async () => {
    const denying = smallPolicy([
      'rules:',
      'rules:\n  - { name: nobody revokes, operations: keys.revoke, requesters: everyone, deny: true, why: today }',
    ]);
    expect(await refused(await open(denying), revoke)).toContain('nobody revokes');
    const opened = await open();
    opened.small.people.becomes('bea', 'deactivated');
    expect(await refused(opened, revoke)).toContain('This Slack account is deactivated.');
  });

  it('is held back by a freeze at the claim, like everything else', async () => {
    const opened = await open();
    const { small, app } = opened;
    const id = requestOf(await asks(opened));
    const scope = { of: 'operation', selector: 'keys.revoke' } as const;
    await wantsWithCode(small, { who: 'bea', wish: { ...everything, scope }, code: app.code(small.clock.now()) });
    await decides(small, id, { who: 'omar' });
    await executeApproved(small.house);
    expect((await standing(small, id)).state).toBe('approved');
    expect(small.vendor.arrivals).toEqual([]);
  });
});

it('E10 · a passkey signs exactly what is asked for, verified from the chain alone', async () => {
  const small = await openSmallHouse();
  const phone = await enrolsPasskey(small, 'bea');
  const { id, token, useCases, page } = await opensPage(small, revoke);
  await takeHostAsks(small.house);
  expect(await wishOf(small, id)).toMatchObject({ proof: null, isTaken: false });
  await useCases.signWish({ token, answer: phone.sign(page.sign.challenge) });
  await takeHostAsks(small.house);
  requestOf(await wishOf(small, id));
  expect(await verifySignatures(small.store.read.audit, proofHolds)).toEqual({ signed: 1, codes: 0, broken: [] });
});
