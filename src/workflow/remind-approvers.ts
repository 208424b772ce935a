import { decideUntil } from '#approvals/deadline.ts';
import { askingOrder, askLaterAt, waitAfter } from '#approvals/whom-to-ask.ts';
import type { RequestId } from '#domain/ids.ts';
import { nextMove } from './asking/begin-asking.ts';
import { mentionAlone, settleMentions } from './asking/mention.ts';
import { moveOn } from './asking/move-on.ts';
import { type Asked, type Candidate, fewestOf, poolOf } from './asking/pool.ts';
import { electorateOf } from './electorate.ts';
import type { House } from './house.ts';
import type { Round } from './ports/desk.ts';
import type { PlannedRequest } from './ports/requests.ts';
import type { Writing } from './ports/store.ts';
import { enter, tellRequester } from './record.ts';

// One transaction each, so that a long list never blocks a click; what is left is taken in the next minute.
const MOST_A_ROUND = 50;

async function remind(
  tx: Writing,
  house: House,
  { record, people }: { record: PlannedRequest; people: readonly Candidate[] },
): Promise<void> {
  await mentionAlone(tx, house, { record, people, kind: 'reminded' });
  // Who is at work, and since when it waits, is another thing by now.
  await tellRequester(tx, house, record);
  if (people.length === 0) return;
  const what = { people: people.map(({ slackId }) => slackId) };
  await enter(tx, house, { kind: 'approvers.asked', who: 'system:remind', requestId: record.terms.id, what });
}

/** The fewest who suffice, of those who work now; whoever knows of it is counted on and not asked again. */
async function nextRound(house: House, asked: Asked, { round }: Round): Promise<boolean> {
  const { record } = asked;
  const { id } = record.terms;
  const now = house.clock.now();
  const pool = await poolOf(house, asked);
  const awake = pool.filter(({ isAtWork }) => isAtWork);
  if (pool.length > 0 && awake.length === 0)
    return house.store.transact((tx) => tx.desk.advance(id, { round, isRound: false, dueAt: askLaterAt(now) }));
  const wait = waitAfter(round + 1);
  const dueAt = wait === null ? decideUntil(record) : now + wait;
  const people = fewestOf(
    asked,
    askingOrder(awake),
    pool.filter(({ hasLooked }) => hasLooked),
  );
  return house.store.transact(async (tx) => {
    if ((await tx.requests.find(id))?.state !== 'pending') return false;
    if (!(await tx.desk.advance(id, { round, isRound: true, dueAt }))) return false;
    await remind(tx, house, { record, people });
    return true;
  });
}

async function attend(house: House, id: RequestId): Promise<boolean> {
  const record = await house.store.read.requests.find(id);
  const asking = (await house.store.read.desk.asking([id])).get(id);
  if (record === null || asking === undefined) return false;
  const { round } = asking;
  const now = house.clock.now();
  if (round === null) {
    // A request from before its asking began with it: the first reminder comes half an hour from now.
    const dueAt = now + (waitAfter(0) ?? 0);
    const movesAt = nextMove(record, now);
    return house.store.transact((tx) => tx.desk.begin({ requestId: id, askedAt: now, dueAt, movesAt }));
  }
  const electorate = await electorateOf(house, record);
  const decisions = await house.store.read.requests.decisions(id);
  const asked = { record, electorate, decisions, asking };
  const { movesAt, dueAt } = round;
  if (movesAt !== null && movesAt <= now) return moveOn(house, asked, { round: round.round, seen: movesAt });
  return dueAt <= now && nextRound(house, asked, round);
}

/** Ends the asking for what no longer waits, and keeps how long the answer took. */
async function close(house: House, id: RequestId): Promise<void> {
  const { requests, desk } = house.store.read;
  const record = await requests.find(id);
  const { round = null, mentions = [] } = (await desk.asking([id])).get(id) ?? {};
  const [first] = await requests.decisions(id);
  await house.store.transact(async (tx) => {
    if (!(await tx.desk.close(id, house.clock.now())) || record === null || round === null) return;
    await settleMentions(tx, house, mentions);
    if (first === undefined) return;
    const tookMs = Math.max(0, first.at - round.askedAt);
    await tx.desk.answered({ requestId: id, rule: record.terms.rule, tookMs, at: first.at });
  });
}

/**
 * Reminds the fewest people who suffice of what waits for them, each time after twice as long, only within their hours, and nobody
 * who has looked or stepped aside; and asks the next group when its moment has come. Each is one conditional update, so that two processes
 * never speak twice.
 */
export async function remindApprovers(house: House): Promise<number> {
  const { desk } = house.store.read;
  let told = 0;
  for (const id of await desk.due(house.clock.now(), MOST_A_ROUND)) if (await attend(house, id)) told += 1;
  for (const id of await desk.toClose(MOST_A_ROUND)) await close(house, id);
  if (told > 0) house.nudge();
  return told;
}
