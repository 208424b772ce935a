import { digestOfSight, openSuggestion, type Suggestion } from '#approvals/suggestion.ts';
import { canonicalJson } from '#domain/canonical.ts';
import type { Instant } from '#domain/instant.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { Requester } from '#operations/operation.ts';
import { requesterOf } from './admit.ts';
import { changedBy } from './change-request.ts';
import type { Electorate } from './electorate.ts';
import type { House } from './house.ts';
import { suggestionKey } from './ports/messages.ts';
import type { PlannedRequest } from './ports/requests.ts';
import type { Writing } from './ports/store.ts';
import { enter } from './record.ts';
import { castVote } from './record-decision.ts';
import { safeguardsNow } from './when-ready.ts';

/** A suggestion that a request takes, with whoever made it, if Slack says just now that they are a full member. */
export interface Taken {
  readonly suggestion: Suggestion;
  readonly person: Requester | null;
  /** When Slack said so. */
  readonly askedAt: Instant;
}

const isSame = (suggestion: Suggestion, { terms }: PlannedRequest): boolean =>
  canonicalJson(suggestion.input) === canonicalJson(terms.input);

/** The open suggestion that this request takes, because it asks for exactly that. */
export async function takenBy(house: House, record: PlannedRequest): Promise<Taken | null> {
  const changed = changedBy(record);
  if (changed === null) return null;
  const suggestion = openSuggestion(await house.store.read.suggestions.of(changed));
  if (suggestion === null || !isSame(suggestion, record)) return null;
  const { slackId } = suggestion.by;
  const standing = await house.people.standing(slackId, 0);
  const person = standing.kind === 'member' ? requesterOf(house, slackId, standing.name) : null;
  return { suggestion, person, askedAt: standing.at };
}

interface Counting {
  readonly record: PlannedRequest;
  readonly taken: Taken;
  readonly electorate: Electorate;
}

/**
 * A suggestion was an approval of what was shown, on the condition that it is taken. It counts only if the plan is that plan, byte for byte,
 * if nothing asks for the person's presence at the vote, and if the one function that casts votes takes it like any other.
 */
async function vote(house: House, tx: Writing, { record, taken, electorate }: Counting): Promise<boolean> {
  const { suggestion, person } = taken;
  const { stepUp, dwellMs } = safeguardsNow(record, electorate);
  if (person === null || stepUp !== 'none' || dwellMs > 0) return false;
  if (digestOfSight(record.terms) !== suggestion.sight) return false;
  const caller = { slackId: suggestion.by.slackId, teamId: null, via: 'suggestion', deliveryKey: null };
  const { id: requestId } = record.terms;
  const ask = { requestId, kind: 'approve', comment: 'Suggested it.', digest: record.digest, caller } as const;
  const evidenceAgeMs = house.clock.now() - taken.askedAt;
  return !isRefusal(await castVote(house, tx, { ask, person, electorate, proof: null, evidenceAgeMs }));
}

/** Ends the suggestion that was taken, and casts the vote that it was where it still is one. Answers what the requester is told. */
export async function countSuggestion(house: House, tx: Writing, counting: Counting): Promise<string> {
  const { record, taken } = counting;
  const { id, requestId, by } = taken.suggestion;
  const counted = await vote(house, tx, counting);
  const now = house.clock.now();
  await tx.suggestions.end(id, { at: now, taken: { by: record.terms.id, counted } });
  const what = { suggestion: id, of: requestId, by: by.slackId, counted, digest: record.digest };
  const who = record.terms.requester.slackId;
  await enter(tx, house, { kind: 'suggestion.taken', who, requestId: record.terms.id, what });
  const key = suggestionKey(requestId, id);
  const payload = { requestId, suggestion: id };
  await tx.outbox.put({ kind: 'suggestion', key, lane: 'normal', payload, notBefore: now }, now);
  return counted
    ? `${by.name} has approved it already, by suggesting it.`
    : `${by.name} has to decide anew: this is not exactly what was seen, or it asks for more than a suggestion.`;
}
