import { digestOf } from '#domain/canonical.ts';
import type { PersonId, RequestId, SlackUserId } from '#domain/ids.ts';
import { hourMs, type Instant } from '#domain/instant.ts';
import type { JsonObject } from '#domain/json.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { canChange } from './change.ts';
import { canDecide } from './may.ts';
import type { RequestTerms } from './request.ts';
import type { Standpoint } from './standpoint.ts';

/** How one field would be less: as it is typed. */
export interface NarrowedField {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/**
 * What an approver would approve instead: the same with less. It is their approval of exactly the plan they saw, on the condition that the
 * requester takes it.
 */
export interface Suggestion {
  readonly id: number;
  readonly requestId: RequestId;
  readonly by: { readonly person: PersonId; readonly slackId: SlackUserId; readonly name: string };
  /** The whole narrowed input. */
  readonly input: JsonObject;
  readonly fields: readonly NarrowedField[];
  /** Digest of what this person saw, by `digestOfSight`. */
  readonly sight: string;
  /** The moment for which it was planned. */
  readonly at: Instant;
  readonly end:
    | { readonly as: 'open' }
    | { readonly as: 'kept'; readonly at: Instant }
    /** `counted`: the plan of the new request is the one that was seen, so the suggestion was its approval. */
    | { readonly as: 'taken'; readonly at: Instant; readonly by: RequestId; readonly counted: boolean };
}

// Haggling belongs into a conversation.
export const mostSuggestions = 5;
// What was read to show it is news for a working day; taken later, it is planned anew and approved anew.
const sightLifeMs = 8 * hourMs;

/**
 * What a person has seen of a request that is not made yet: everything that is under its digest later, but what only the making gives, its
 * id, its nonce, its time to decide and what the policy asks of whom. The vote checks these again. Plans do not hold the id (they hold a slot
 * for it), so the same plan is the same JSON.
 */
export function digestOfSight(terms: RequestTerms<unknown>): string {
  const { deployment, organization, input, reason, requester, beneficiary, plan, mode, notBefore = null } = terms;
  const seen = { deployment, organization, input, reason, requester, beneficiary, plan, mode, notBefore };
  return digestOf('countersign/sight/v1', seen);
}

export function openSuggestion(suggestions: readonly Suggestion[]): Suggestion | null {
  return suggestions.find(({ end }) => end.as === 'open') ?? null;
}

/** Whether it is still young enough to be taken as it was seen. */
export function isFresh({ at }: Pick<Suggestion, 'at'>, now: Instant): boolean {
  return now >= at && now < at + sightLifeMs;
}

/** Whether this person may suggest less now: whoever may approve, one suggestion at a time. */
export function canSuggest(standpoint: Standpoint, suggestions: readonly Suggestion[]): Refusal | null {
  const no = canDecide(standpoint, 'approve');
  if (no !== null) return no;
  const what = 'Your suggestion was not made.';
  const open = openSuggestion(suggestions);
  if (open !== null) {
    const rule = `The suggestion of ${open.by.name} waits for an answer; one is made at a time.`;
    return refuse('suggestion.waiting', { what, rule });
  }
  if (suggestions.length < mostSuggestions) return null;
  const rule = `${mostSuggestions} suggestions were made already. Talk to ${standpoint.record.terms.requester.name}, or decide.`;
  return refuse('suggestion.too-many', { what, rule });
}

/** Whether this person may take this suggestion or keep what they asked for: whoever asked, while it is open. */
export function canAnswerSuggestion(standpoint: Standpoint, suggestion: Suggestion | null): Refusal | null {
  const no = canChange(standpoint);
  if (no !== null) return no;
  if (suggestion?.end.as === 'open') return null;
  return refuse('suggestion.answered', {
    what: 'Nothing was done.',
    rule: 'This suggestion has been answered already.',
  });
}
