import { canNudge } from '#approvals/addition.ts';
import { nudgeEveryMs, nudgingOrder } from '#approvals/whom-to-ask.ts';
import { formatDuration } from '#domain/duration.ts';
import { shortRequestId } from '#domain/ids.ts';
import { count } from '#domain/instant.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { admit, before, noted } from '../admit.ts';
import { electorateOf } from '../electorate.ts';
import { orFailed } from '../failed.ts';
import type { House } from '../house.ts';
import type { Writing } from '../ports/store.ts';
import { enter, tellRequester } from '../record.ts';
import type { ActOutcome, UseCases } from '../use-cases.ts';
import { mentionAlone } from './mention.ts';
import { type Asked, type Candidate, fewestOf, poolOf } from './pool.ts';
import { seenBy } from '../sight.ts';

type Nudging = Parameters<UseCases['nudgeApprovers']>[0];

const what = 'Nobody was nudged.';
const unknown = refuse('nudge.unknown', { what, rule: 'This request does not exist here.' });
const tooSoon = refuse('nudge.too-soon', {
  what,
  rule: `You can nudge once in ${formatDuration(nudgeEveryMs)}.`,
  whoCan: 'Add a reason meanwhile, if there is something they should know.',
});
const nobodyLeft = refuse('nudge.nobody', {
  what,
  rule: 'Everybody who could decide has decided, or has said that it is not for them.',
  whoCan: 'Speak to one of them: from the card they can still decide.',
});

interface Nudge {
  readonly ask: Nudging;
  readonly asked: Asked;
  /** Those who are spoken to now; nobody where nobody works. */
  readonly people: readonly Candidate[];
}

async function put(house: House, tx: Writing, { ask, asked, people }: Nudge): Promise<Refusal | null> {
  const { requestId, caller } = ask;
  const record = await tx.requests.find(requestId);
  if (record === null) return unknown;
  const now = house.clock.now();
  const no = canNudge({ record, who: { ...record.terms.requester, slackId: caller.slackId }, now });
  if (no !== null) return no;
  if (!(await tx.desk.nudge(requestId, { at: now, notSince: now - nudgeEveryMs }))) return tooSoon;
  await mentionAlone(tx, house, { record: asked.record, people, kind: 'nudged' });
  // Whoever sleeps now is reminded when they begin to work.
  if (people.length === 0) await tx.desk.hurry(requestId, now);
  const who = caller.slackId;
  const said = { people: people.map(({ slackId }) => slackId), via: caller.via };
  await enter(tx, house, { kind: 'request.nudged', who, requestId, what: said });
  await tellRequester(tx, house, record);
  return null;
}

/** The requester hurries those who could decide: the fewest who suffice, only within their hours, and once in half an hour. */
export async function nudgeApprovers(house: House, ask: Nudging): Promise<ActOutcome> {
  const person = await admit(house, ask.caller);
  if (isRefusal(person)) return person;
  return orFailed(house.log, async () => {
    const { requests } = seenBy(house, person);
    const { desk } = house.store.read;
    const record = await requests.find(ask.requestId);
    const asking = (await desk.asking([ask.requestId])).get(ask.requestId);
    if (record === null || asking === undefined) return noted(house, ask.caller, unknown);
    const no = canNudge({ record, who: person, now: house.clock.now() });
    const caller = before(house, ask.caller, record);
    if (no !== null) return noted(house, caller, no);
    const decisions = await requests.decisions(ask.requestId);
    const asked = { record, electorate: await electorateOf(house, record), decisions, asking };
    const pool = await poolOf(house, asked);
    if (pool.length === 0) return noted(house, caller, nobodyLeft);
    const people = fewestOf(asked, nudgingOrder(pool.filter(({ isAtWork }) => isAtWork)));
    const result = await house.store.transact((tx) => put(house, tx, { ask, asked, people }));
    if (result !== null) return noted(house, caller, result);
    house.nudge();
    const told =
      people.length === 0
        ? 'It is outside the working hours of everybody who could decide. They are asked as soon as one of them begins.'
        : `Nudged ${count(people.length, 'person', 'people')}.`;
    return { kind: 'done', requestId: ask.requestId, sentence: `${told} (${shortRequestId(ask.requestId)})` };
  });
}
