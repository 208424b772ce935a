import { askingOrder, waitAfter } from '#approvals/whom-to-ask.ts';
import type { Instant } from '#domain/instant.ts';
import type { Electorate } from '../electorate.ts';
import type { House } from '../house.ts';
import type { PlannedRequest } from '../ports/requests.ts';
import type { Writing } from '../ports/store.ts';
import { type Candidate, fewestOf, nobodyAsked, poolOf } from './pool.ts';

/** When the next group comes to be asked after this moment, if any does. */
export function nextMove({ terms }: PlannedRequest, after: Instant): Instant | null {
  const moments = terms.requirements.flatMap(({ later = [] }) => later.map(({ at }) => at));
  return moments.filter((at) => at > after).toSorted((one, other) => one - other)[0] ?? null;
}

/** The fewest who suffice, as the card names them at first: whoever works now before whoever sleeps. */
export async function firstAsked(
  house: House,
  record: PlannedRequest,
  electorate: Electorate,
): Promise<readonly Candidate[]> {
  const asked = { record, electorate, decisions: [], asking: nobodyAsked };
  const people = askingOrder(await poolOf(house, asked));
  const awakeFirst = [true, false].flatMap((isAtWork) => people.filter((one) => one.isAtWork === isAtWork));
  return fewestOf(asked, awakeFirst);
}

/** Begins the asking in the transaction that sends the request: whom its card names, and when the first reminder and the next group come. */
export async function beginAsking(
  tx: Writing,
  house: House,
  { record, people }: { readonly record: PlannedRequest; readonly people: readonly Candidate[] },
): Promise<void> {
  const now = house.clock.now();
  const { id: requestId } = record.terms;
  const dueAt = now + (waitAfter(0) ?? 0);
  await tx.desk.begin({ requestId, askedAt: now, dueAt, movesAt: nextMove(record, now) });
  for (const { person, slackId } of people) {
    await tx.desk.mention({ requestId, person, slackId, number: 1, kind: 'asked', at: now });
  }
}
