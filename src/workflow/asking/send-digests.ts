import { canDecide } from '#approvals/may.ts';
import type { Decision } from '#approvals/request.ts';
import type { PersonId, SlackUserId } from '#domain/ids.ts';
import { shortRequestId } from '#domain/ids.ts';
import { count, dayMs, hourMs, roughly } from '#domain/instant.ts';
import { oneLine } from '#domain/printable.ts';
import { isMorning } from '#policy/working-hours.ts';
import { inOrderOfRisk } from '../desk-order.ts';
import { electorateOf, electors, standpointOf } from '../electorate.ts';
import type { House } from '../house.ts';
import type { PlannedRequest } from '../ports/requests.ts';
import { runsOnQuorum } from '../warrants/warrant.ts';

// A morning is shorter than this and a day longer, also where the clocks change.
const onceMs = 20 * hourMs;
// As many as a person's list may hold.
const mostRead = 200;
// More is read on Home.
const shown = 5;

interface Waiting {
  readonly slackId: SlackUserId;
  readonly records: PlannedRequest[];
}

/** What waits for whom: exactly what stands on their Home, without what they said is not for them. */
async function waitingByPerson(house: House): Promise<ReadonlyMap<PersonId, Waiting>> {
  const { requests, desk } = house.store.read;
  const pending = (await requests.list({ states: ['pending'], limit: mostRead })).filter(runsOnQuorum);
  const ids = pending.map(({ terms }) => terms.id);
  const decisions: ReadonlyMap<string, readonly Decision[]> = await requests.decisionsOf(ids);
  const aside = await desk.aside(ids);
  const waiting = new Map<PersonId, Waiting>();
  for (const record of pending) {
    const { id } = record.terms;
    const electorate = await electorateOf(house, record);
    for (const { person, slackIds } of electors(electorate)) {
      const [slackId] = slackIds;
      if (slackId === undefined || aside.get(id)?.includes(person) === true) continue;
      const seen = { record, decisions: decisions.get(id) ?? [], who: { personId: person, slackId } };
      if (canDecide(standpointOf(house, electorate, seen), 'approve') !== null) continue;
      const theirs = waiting.get(person) ?? { slackId, records: [] };
      theirs.records.push(record);
      waiting.set(person, theirs);
    }
  }
  return waiting;
}

function lineOf({ terms, createdAt }: PlannedRequest, now: number): string {
  const { plan, id, requester, reason } = terms;
  const who = `${oneLine(requester.name, 60)}, ${roughly(now - createdAt)} ago`;
  return `• ${oneLine(plan.title, 100)}: ${oneLine(reason, 80)} (${who} · ${plan.tier} · ${shortRequestId(id)})`;
}

async function textFor(house: House, person: PersonId, records: readonly PlannedRequest[]): Promise<string> {
  const now = house.clock.now();
  const { requests, debts } = house.store.read;
  const decided = (await requests.decidedBy(person, mostRead)).filter(({ endedAt }) => now - (endedAt ?? now) < dayMs);
  const owed = (await debts.open()).length;
  const more = records.length - shown;
  return [
    `Good morning. ${records.length === 1 ? '1 request waits' : `${records.length} requests wait`} for your decision:`,
    ...inOrderOfRisk(house.policy().policy, records)
      .slice(0, shown)
      .map((record) => lineOf(record, now)),
    ...(more > 0 ? [`and ${more} more.`] : []),
    ...(decided.length === 0
      ? []
      : [`Of what you decided on, ${count(decided.length, 'request')} moved or ended in the last day.`]),
    ...(owed === 0 ? [] : [`${owed === 1 ? '1 debt waits' : `${owed} debts wait`} for a review.`]),
    'All of it is on my Home tab. “Not for me” there takes a request off your list.',
  ].join('\n');
}

/**
 * Writes to everybody for whom something waits, once a day, in the morning of their own time zone. Whoever has nothing waiting is left
 * alone. One conditional write each, so that two processes never write twice.
 */
export async function sendDigests(house: House): Promise<number> {
  const now = house.clock.now();
  let told = 0;
  for (const [person, { slackId, records }] of await waitingByPerson(house)) {
    if (!isMorning(await house.people.zone(slackId), now)) continue;
    const text = await textFor(house, person, records);
    const isSent = await house.store.transact(async (tx) => {
      if (!(await tx.desk.digest(slackId, { at: now, notSince: now - onceMs }))) return false;
      const payload = { text, channel: slackId };
      const key = `digest:${slackId}:${now}`;
      await tx.outbox.put({ kind: 'notice', key, lane: 'bulk', payload, notBefore: now }, now);
      return true;
    });
    if (isSent) told += 1;
  }
  if (told > 0) house.nudge();
  return told;
}
