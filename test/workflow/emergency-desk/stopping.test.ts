import { describe, expect, it } from 'vitest';
import { dayMs, hourMs, minuteMs } from '#domain/instant.ts';
import { operationId, personId } from '#domain/ids.ts';
import { proofHolds } from '#identity/passkeys.ts';
import { keepStandings } from '#workflow/emergency-desk/keep-standings.ts';
import { executeApproved } from '#workflow/execute-request.ts';
import { countFailure } from '#workflow/step-up/failures.ts';
import { verifySignatures } from '#workflow/step-up/verify-signatures.ts';
import { deskOf, prepares, signsIn, stopsKey, withDesk } from '../../support/at-the-desk.ts';
import { at } from '../../support/cast.ts';
import { enrolsPasskey, tokenIn } from '../../support/enrolling.ts';
import { kindsRemembered, toBePosted } from '../../support/remembered.ts';
import { openSmallHouse, pages } from '../../support/small-house.ts';
import { type PolicyChange, smallPolicy } from '../../support/small-policy.ts';
import { SoftPasskey } from '../../support/soft-passkey.ts';
import { decides, must, recordOf, requested, standing } from '../../support/walk.ts';

/** Sam, who is on the list, and Bea, who is not, have enrolled; Slack has been looked at, and then it is gone. */
async function open(...changes: readonly PolicyChange[]) {
  const small = await openSmallHouse({ policy: smallPolicy(withDesk, ...changes) });
  const [sam, bea] = [await enrolsPasskey(small, 'sam'), await enrolsPasskey(small, 'bea')];
  await keepStandings(small.house);
  small.people.isUnreachable = true;
  return { small, sam, bea };
}

describe('stopping a key at the desk while Slack is away', () => {
  it('A16, E10 · runs on one signature over exactly what is sent, with debt and loud messages committed before', async () => {
    const { small, sam } = await open();
    small.vendor.beforeChange = async () => {
      expect(await small.store.read.debts.open()).toMatchObject([{ kind: 'without-slack', by: { personId: 'sam' } }]);
      const loud = (await toBePosted(small)).filter(({ key }) => key.startsWith('desk:'));
      expect(loud.map(({ payload }) => payload['channel'])).toEqual([
        'C0ALERTS01',
        'C0APPROVE1',
        'C0AUDIT001',
        'U0SAM00001',
      ]);
      expect(loud[0]?.payload['text']).toContain('AT THE DESK, WITHOUT SLACK: Sam Okafor: Revoke an API key');
    };
    const id = await stopsKey(small, sam);
    expect((await recordOf(small, id)).terms).toMatchObject({ warrant: { by: 'desk' }, requirements: [] });
    await executeApproved(small.house);
    expect(await standing(small, id)).toMatchObject({ state: 'succeeded' });
    expect(small.vendor.organization.keys.has('key_dev')).toBe(false);
    expect(await kindsRemembered(small)).toEqual(expect.arrayContaining(['desk.opened', 'desk.signed', 'debt.opened']));
    expect(await verifySignatures(small.store.read.audit, proofHolds)).toEqual({ signed: 1, codes: 0, broken: [] });
  });

  it('is told to Slack, card and story included, and closed by somebody else once Slack is back', async () => {
    const { small, sam } = await open();
    const id = await stopsKey(small, sam);
    await executeApproved(small.house);
    const keys = (await toBePosted(small)).map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining([`card:${id}`, `dm:${id}`, `story:${id}`]));
    small.people.isUnreachable = false;
    const ask = { operationId: operationId('debts.close'), input: { debt: 'D-1' }, reason: 'it was public' };
    const closing = await small.useCases.draft({ ...ask, caller: at('sam') });
    if (closing.kind !== 'drafted') throw new Error(JSON.stringify(closing));
    const review = closing.picture.record.terms.id;
    must(await small.useCases.submit({ requestId: review, typedName: null, caller: at('sam') }));
    expect(await decides(small, review, { who: 'sam' })).toMatchObject({ kind: 'refusal' });
    must(await decides(small, review, { who: 'omar' }));
    await executeApproved(small.house);
    expect(await small.store.read.debts.open()).toEqual([]);
  });

  it('freezes everything under a digest and a signature too, and owes a review for it', async () => {
    const { small, sam } = await open();
    const desk = deskOf(small);
    const token = await signsIn(small, sam);
    const wanted = {
      token,
      operation: 'freezes.freeze',
      words: { scope: 'all' },
      reason: 'a laptop was stolen',
    } as const;
    const prepared = await desk.prepare(wanted);
    if (prepared.kind !== 'prepared') throw new Error(JSON.stringify(prepared));
    const { requestId } = prepared;
    const shown = await desk.show({ token, requestId });
    if (shown.kind !== 'request' || shown.sign === null) throw new Error(JSON.stringify(shown));
    expect(shown.picture.record.terms.plan.title).toBe('Freeze everything');
    expect(await desk.stop({ token, requestId, answer: sam.sign(shown.sign.challenge) })).toMatchObject({
      kind: 'done',
    });
    await executeApproved(small.house);
    expect(await small.store.read.freezes.active()).toMatchObject([
      { scope: { of: 'all' }, by: { name: 'Sam Okafor' } },
    ]);
    expect(await small.store.read.debts.open()).toHaveLength(1);
    // Whoever froze the house can still take away what an intruder holds.
    const key = await stopsKey(small, sam);
    await executeApproved(small.house);
    expect(await standing(small, key)).toMatchObject({ state: 'succeeded' });
  });

  it('waits for a review after as many things as the policy says, however many were signed before', async () => {
    const { small, sam } = await open();
    const token = await signsIn(small, sam);
    const names = ['search-dev/erin-laptop', 'search-prod/erin-prod', 'search-dev/ranker-a'];
    const made = [];
    for (const name of names) made.push(await prepares(small, token, name));
    for (const { requestId, challenge } of made)
      await deskOf(small).stop({ token, requestId, answer: sam.sign(challenge) });
    await executeApproved(small.house);
    const states = [];
    for (const { requestId } of made) states.push((await standing(small, requestId)).state);
    expect(states.toSorted()).toEqual(['stale', 'succeeded', 'succeeded']);
    const wanted = { token, operation: 'keys.revoke', words: { key: names[2]! }, reason: 'one more' } as const;
    expect(await deskOf(small).prepare(wanted)).toMatchObject({ code: 'desk.unreviewed' });
  });
});

describe('whoever stands at the desk', () => {
  it('is nobody without a passkey that was enrolled here and counts', async () => {
    const { small } = await open();
    const desk = deskOf(small);
    const door = desk.door();
    if (door.kind !== 'door') throw new Error(JSON.stringify(door));
    expect(await desk.signIn(new SoftPasskey(pages).sign(door.challenge))).toMatchObject({ code: 'desk.sign-in' });
    expect(await desk.signIn(null)).toMatchObject({ code: 'desk.sign-in' });
  });

  it('F1 · fills neither database nor log by knocking, however often', async () => {
    const { small } = await open();
    const desk = deskOf(small);
    const before = await small.store.read.audit.head();
    for (let n = 0; n < 50; n += 1) await desk.signIn(new SoftPasskey(pages).sign(small.house.presence.newChallenge()));
    expect(await small.store.read.audit.head()).toEqual(before);
    expect(small.log.messages('warn')).toEqual(['Somebody who is not known here knocks at the desk']);
  });

  it('signs in once with a signature, soon after the page was opened, at this address, verified by the device', async () => {
    const { small, sam } = await open();
    const desk = deskOf(small);
    const challenge = () => {
      const door = desk.door();
      if (door.kind !== 'door') throw new Error(JSON.stringify(door));
      return door.challenge;
    };
    const answer = sam.sign(challenge());
    expect(await desk.signIn(answer)).toMatchObject({ kind: 'opened' });
    expect(await desk.signIn(answer)).toMatchObject({ code: 'desk.sign-in' });
    const late = sam.sign(challenge());
    small.clock.forward(5 * minuteMs);
    expect(await desk.signIn(late)).toMatchObject({ code: 'desk.sign-in' });
    const made = sam.sign(small.house.presence.newChallenge());
    expect(await desk.signIn(made)).toMatchObject({ code: 'desk.sign-in' });
    sam.isVerified = false;
    expect(await desk.signIn(sam.sign(challenge()))).toMatchObject({ code: 'desk.sign-in' });
  });

  it('is accepted by nothing for a quarter of an hour after five signatures that do not hold, and everybody hears it', async () => {
    const { small, sam } = await open();
    const desk = deskOf(small);
    const attempt = async () => {
      const door = desk.door();
      if (door.kind !== 'door') throw new Error(JSON.stringify(door));
      return desk.signIn(sam.sign(door.challenge));
    };
    sam.isVerified = false;
    for (let n = 0; n < 5; n += 1) expect(await attempt()).toMatchObject({ code: 'desk.sign-in' });
    sam.isVerified = true;
    expect(await attempt()).toMatchObject({ code: 'desk.sign-in' });
    expect((await toBePosted(small)).some(({ key }) => key.startsWith('step-up:locked:sam'))).toBe(true);
    small.clock.forward(15 * minuteMs);
    expect(await attempt()).toMatchObject({ kind: 'opened' });
  });

  it('is not locked out from Slack, where somebody else may type wrong codes in their name', async () => {
    const { small, sam } = await open();
    const person = personId('sam');
    for (let n = 0; n < 5; n += 1) await small.store.transact((tx) => countFailure(tx, small.house, { person }));
    expect(await signsIn(small, sam)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('waits for a Slack that hangs once, not at every page', async () => {
    const { small, sam } = await open();
    const desk = deskOf(small);
    const door = desk.door();
    if (door.kind !== 'door') throw new Error(JSON.stringify(door));
    const opened = await desk.signIn(sam.sign(door.challenge));
    if (opened.kind !== 'opened') throw new Error(JSON.stringify(opened));
    const asked = small.people.asked.length;
    for (let n = 0; n < 3; n += 1) expect(await desk.look(tokenIn(opened.url))).toMatchObject({ isSlackSilent: true });
    expect(small.people.asked).toHaveLength(asked);
    small.people.isUnreachable = false;
    small.clock.forward(30_000);
    expect(await desk.look(tokenIn(opened.url))).toMatchObject({ isSlackSilent: false });
  });

  it('may look without being on the list, and stop nothing', async () => {
    const { small, bea } = await open();
    small.people.isUnreachable = false;
    const id = await requested(small, 'revoke her key');
    small.people.isUnreachable = true;
    const desk = deskOf(small);
    const token = await signsIn(small, bea);
    const look = await desk.look(token);
    expect(look).toMatchObject({ kind: 'look', isSlackSilent: true, stops: [], mine: [] });
    if (look.kind !== 'look') throw new Error();
    expect(look.waiting.map(({ terms }) => terms.id)).toEqual([id]);
    expect(await desk.show({ token, requestId: id })).toMatchObject({ kind: 'request', sign: null });
    const wanted = {
      token,
      operation: 'keys.revoke',
      words: { key: 'search-dev/erin-laptop' },
      reason: 'stop',
    } as const;
    expect(await desk.prepare(wanted)).toMatchObject({ code: 'desk.not-listed' });
    const choosing = { token, operation: 'keys.revoke', field: 'key', query: 'erin' } as const;
    expect(await desk.choose(choosing)).toMatchObject({ code: 'desk.not-listed' });
  });

  it.each([
    ['is frozen', 'desk.frozen'],
    ['was deactivated when Slack last answered', 'desk.not-a-member'],
    ['was last seen more than three days ago', 'desk.not-seen'],
    ['was never seen', 'desk.not-seen'],
    ['is not in the file any more', 'desk.stranger'],
    ['has no desk', 'desk.off'],
  ])('is refused who %s', async (why, code) => {
    const { small, sam } = await open();
    const token = await signsIn(small, sam);
    small.people.isUnreachable = false;
    switch (why) {
      case 'is frozen':
        await small.useCases.stop({
          operationId: operationId('freezes.freeze'),
          input: {
            scope: 'person',
            user: { id: 'user_sam', email: 'sam@acme.example', name: 'Sam' },
            project: null,
            operation: null,
          },
          reason: 'taken over',
          caller: at('bea'),
        });
        break;
      case 'was deactivated when Slack last answered':
        small.people.becomes('sam', 'deactivated');
        await keepStandings(small.house);
        break;
      case 'was last seen more than three days ago':
        small.clock.forward(3 * dayMs);
        break;
      case 'was never seen':
        await small.store.transact((tx) => tx.standings.keep(at('sam').slackId, { word: 'member', at: 0 }));
        break;
      case 'is not in the file any more':
        small.setPolicy(
          smallPolicy(
            withDesk,
            ['sam: { name: Sam Okafor', 'samuel: { name: Sam Okafor'],
            ['people: sam', 'people: samuel'],
            ['[bea, omar, sam]', '[bea, omar]'],
            ['security: [sam]', 'security: [bea]'],
          ),
        );
        break;
      case 'has no desk':
        small.setPolicy(smallPolicy());
        break;
    }
    small.people.isUnreachable = true;
    if (why !== 'was last seen more than three days ago')
      expect(await deskOf(small).look(token)).toMatchObject({ kind: 'refusal', code });
    const door = deskOf(small).door();
    const again = door.kind === 'door' ? await deskOf(small).signIn(sam.sign(door.challenge)) : door;
    expect(again).toMatchObject({ kind: 'refusal', code });
  });
});

describe('what was signed at the desk', () => {
  it('is sent once, however often it is sent', async () => {
    const { small, sam } = await open();
    const token = await signsIn(small, sam);
    const { requestId, challenge } = await prepares(small, token);
    const answer = sam.sign(challenge);
    const outcomes = await Promise.all([1, 2, 3].map(() => deskOf(small).stop({ token, requestId, answer })));
    expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1);
    await executeApproved(small.house);
    expect(small.vendor.arrivals).toHaveLength(1);
    expect(await small.store.read.debts.open()).toHaveLength(1);
  });

  it('is nothing where the signature is over something else, or somebody else’s', async () => {
    const { small, sam, bea } = await open();
    const token = await signsIn(small, sam);
    const [one, other] = [await prepares(small, token), await prepares(small, token, 'search-prod/erin-prod')];
    const { requestId, challenge } = one;
    for (const answer of [sam.sign(other.challenge), bea.sign(challenge), null])
      expect(await deskOf(small).stop({ token, requestId, answer })).toMatchObject({ code: 'desk.signature' });
    const hers = await signsIn(small, bea);
    const given = { token: hers, requestId, answer: bea.sign(challenge) };
    expect(await deskOf(small).stop(given)).toMatchObject({ code: 'desk.request' });
    expect(await standing(small, requestId)).toMatchObject({ state: 'draft' });
  });

  it('is not carried out once the list, the person or the time says no', async () => {
    const { small, sam } = await open();
    const unlisted = await stopsKey(small, sam);
    small.setPolicy(smallPolicy());
    await executeApproved(small.house);
    expect(await standing(small, unlisted)).toMatchObject({ state: 'stale' });
    small.setPolicy(smallPolicy(withDesk));
    const late = await stopsKey(small, sam);
    small.clock.forward(hourMs / 2);
    await executeApproved(small.house);
    expect((await standing(small, late)).state).not.toBe('succeeded');
    const gone = await stopsKey(small, sam);
    small.people.isUnreachable = false;
    small.people.becomes('sam', 'deactivated');
    await executeApproved(small.house);
    expect(await standing(small, gone)).toMatchObject({ state: 'stale' });
    expect(small.vendor.arrivals).toEqual([]);
    expect(await small.store.read.debts.open()).toEqual([]);
  });

  it('is not carried out unsigned, also where its draft is sent through Slack', async () => {
    const { small, sam } = await open();
    const { requestId } = await prepares(small, await signsIn(small, sam));
    small.people.isUnreachable = false;
    await small.useCases.submit({ requestId, typedName: null, caller: at('sam') });
    await executeApproved(small.house);
    expect(await standing(small, requestId)).toMatchObject({
      state: 'stale',
      outcome: expect.stringContaining('does not hold') as unknown,
    });
    expect(small.vendor.arrivals).toEqual([]);
  });

  it('is sent by nobody under plan-only, and nothing is owed', async () => {
    const { small, sam } = await open(['live: on', 'live: plan-only']);
    const id = await stopsKey(small, sam);
    await executeApproved(small.house);
    expect(await standing(small, id)).toMatchObject({ state: 'simulated' });
    expect(await small.store.read.debts.open()).toEqual([]);
  });

  it('is refused where a rule denies it', async () => {
    const denial =
      'rules:\n  - { name: No revoking, operations: keys.revoke, requesters: everyone, deny: true, why: never }';
    const { small, sam } = await open(['rules:', denial]);
    const token = await signsIn(small, sam);
    const wanted = {
      token,
      operation: 'keys.revoke',
      words: { key: 'search-dev/erin-laptop' },
      reason: 'stop',
    } as const;
    expect(await deskOf(small).prepare(wanted)).toMatchObject({ code: 'policy.denied' });
  });
});
