import { decideUntil } from '#approvals/deadline.ts';
import { missingSentence } from '#approvals/quorum.ts';
import { type Askable, askLaterAt, waitAfter, whomToAsk } from '#approvals/whom-to-ask.ts';
import { type RequestId, shortRequestId, type SlackUserId } from '#domain/ids.ts';
import { dayMs, type Instant, roughly, utcMinute } from '#domain/instant.ts';
import { isWithin } from '#policy/calendar.ts';
import { electorateOf, electors, quorumOf } from './electorate.ts';
import type { House } from './house.ts';
import type { Asking, Round } from './ports/desk.ts';
import type { PlannedRequest } from './ports/requests.ts';
import type { Writing } from './ports/store.ts';
import { enter } from './record.ts';

// One transaction each, so that a long list never blocks a click; what is left is taken in the next minute.
const MOST_A_ROUND = 50;
const RECENTLY_MS = 7 * dayMs;

/** Whether anybody of the asked groups works now; a group without hours always does. */
function isAnybodyUp(house: House, record: PlannedRequest, now: Instant): boolean {
  const { groups, calendars } = house.policy().policy;
  const names = record.terms.requirements.flatMap(({ from }) => from);
  return names.some((name) => {
    const hours = Object.hasOwn(groups, name) ? (groups[name]?.hours ?? null) : null;
    return hours === null || isWithin(hours, calendars, now);
  });
}

interface Chosen {
  readonly people: readonly (Pick<Askable, 'person' | 'reminded'> & { readonly slackId: SlackUserId })[];
  readonly needs: string;
}

/** The fewest who suffice, of those who could still decide, have not said that it is not for them, and do not know of it. */
async function chosenFor(house: House, record: PlannedRequest, asking: Asking): Promise<Chosen> {
  const { requests, desk } = house.store.read;
  const electorate = await electorateOf(house, record);
  const decisions = await requests.decisions(record.terms.id);
  const out = new Set<string>([...asking.aside, ...decisions.map(({ person }) => person)]);
  const pool = electors(electorate).filter(({ person }) => !out.has(person));
  const people = pool.map(({ person }) => person);
  const recent = await desk.mentionsSince(people, house.clock.now() - RECENTLY_MS);
  const askable = people.map((person): Askable => ({
    person,
    reminded: asking.mentions.filter((mention) => mention.person === person).length,
    hasLooked: asking.looked.includes(person),
    recently: recent.get(person) ?? 0,
  }));
  const { missing } = quorumOf(record, electorate, decisions);
  const needed = missing.reduce((sum, { count }) => sum + count, 0);
  const chosen = whomToAsk(askable, needed);
  return {
    needs: missingSentence(missing),
    people: askable.flatMap(({ person, reminded }) => {
      const slackId = pool.find((elector) => elector.person === person)?.slackIds[0];
      return chosen.includes(person) && slackId !== undefined ? [{ person, reminded, slackId }] : [];
    }),
  };
}

function textOf(record: PlannedRequest, needs: string, now: Instant): string {
  const { id, plan, requester, reason } = record.terms;
  return [
    `${requester.name} asked ${roughly(now - record.createdAt)} ago: ${plan.title} (${plan.tier}, ${shortRequestId(id)})`,
    `Why: ${reason}`,
    `It needs ${needs}, until ${utcMinute(decideUntil(record))}. Decide on its card or on Home; there, “Not for me” ends these reminders.`,
  ].join('\n');
}

async function remind(
  tx: Writing,
  house: House,
  { record, chosen }: { record: PlannedRequest; chosen: Chosen },
): Promise<void> {
  const now = house.clock.now();
  const { id } = record.terms;
  const text = textOf(record, chosen.needs, now);
  for (const { person, slackId, reminded } of chosen.people) {
    const mention = { requestId: id, person, slackId, number: reminded + 1, kind: 'reminded', at: now } as const;
    if (!(await tx.desk.mention(mention))) continue;
    const key = `reminder:${id}:${person}:${mention.number}`;
    const payload = { text, channel: slackId };
    await tx.outbox.put({ kind: 'notice', key, lane: 'normal', payload, notBefore: now }, now);
  }
  if (chosen.people.length === 0) return;
  const people = chosen.people.map(({ slackId }) => slackId);
  await enter(tx, house, { kind: 'approvers.asked', who: 'system:remind', requestId: id, what: { people } });
}

async function nextRound(
  house: House,
  record: PlannedRequest,
  asking: Asking & { readonly round: Round },
): Promise<boolean> {
  const { round } = asking.round;
  const now = house.clock.now();
  const { id } = record.terms;
  if (!isAnybodyUp(house, record, now))
    return house.store.transact((tx) => tx.desk.advance(id, { round, isRound: false, dueAt: askLaterAt(now) }));
  const wait = waitAfter(round + 1);
  const dueAt = wait === null ? decideUntil(record) : now + wait;
  const chosen = await chosenFor(house, record, asking);
  return house.store.transact(async (tx) => {
    const fresh = await tx.requests.find(id);
    if (fresh?.state !== 'pending') return false;
    if (!(await tx.desk.advance(id, { round, isRound: true, dueAt }))) return false;
    await remind(tx, house, { record, chosen });
    return true;
  });
}

async function attend(house: House, id: RequestId): Promise<boolean> {
  const record = await house.store.read.requests.find(id);
  const asking = (await house.store.read.desk.asking([id])).get(id);
  if (record === null || asking === undefined) return false;
  const { round } = asking;
  if (round !== null) return nextRound(house, record, { ...asking, round });
  const now = house.clock.now();
  // Its card has just told everybody who looks at the channel; the first reminder comes half an hour later.
  const dueAt = now + (waitAfter(0) ?? 0);
  return house.store.transact((tx) => tx.desk.begin({ requestId: id, askedAt: now, dueAt }));
}

/** Ends the asking for what no longer waits, and keeps how long the answer took. */
async function close(house: House, id: RequestId): Promise<void> {
  const { requests, desk } = house.store.read;
  const record = await requests.find(id);
  const round = (await desk.asking([id])).get(id)?.round ?? null;
  const [first] = await requests.decisions(id);
  await house.store.transact(async (tx) => {
    if (!(await tx.desk.close(id, house.clock.now())) || record === null || round === null || first === undefined)
      return;
    const tookMs = Math.max(0, first.at - round.askedAt);
    await tx.desk.answered({ requestId: id, rule: record.terms.rule, tookMs, at: first.at });
  });
}

/**
 * Reminds the fewest people who suffice of what waits for them, each time after twice as long, only while their groups work, and nobody
 * who has looked or stepped aside. A round is one conditional update, so that two processes never remind twice.
 */
export async function remindApprovers(house: House): Promise<number> {
  const { desk } = house.store.read;
  let told = 0;
  for (const id of await desk.due(house.clock.now(), MOST_A_ROUND)) if (await attend(house, id)) told += 1;
  for (const id of await desk.toClose(MOST_A_ROUND)) await close(house, id);
  return told;
}
