/** How the emulator behaves where the real API varies or is undocumented. Change any field at any time; it holds from the next call. */
export interface Behaviour {
  /** A token bucket for each endpoint template and admin key; `null` never limits. */
  rateLimit: { readonly callsPerMinute: number; readonly burst: number } | null;
  /** Where a 429 says how long to wait: in the `Retry-After` header, only in the message's text, or nowhere. */
  rateLimitAnswer: 'retry_after' | 'in_message' | 'silent';
  /** How many reads of a new service account by its id answer 404 before it is found. Taken when it is created. */
  newServiceAccountHiddenGets: number;
  /** How many lists leave a new service account out before it appears. Taken when it is created. */
  newServiceAccountHiddenLists: number;
  /** Whether one key of a service account can be deleted while the account stays. Both answers have been documented in 2026. */
  serviceAccountKeyDeletion: 'allowed' | 'refused';
  /** How long after the fact usage shows up. Nothing is promised about it. */
  usageDelayMs: number;
  /** The same for costs and for what follows from them, the enforcement of spend limits. */
  costDelayMs: number;
  /** Costs by API key: refused altogether in July 2026, later answered from a certain day on. A number is that day in seconds since 1970. */
  costsByKey: 'allowed' | 'refused' | number;
  /** Costs by user together with projects: refused for some organizations. */
  costsByUserInProject: 'allowed' | 'refused';
  /** Whether changing a rate limit answers the new numbers or still the old ones, as the reference's example does. */
  rateLimitUpdateAnswer: 'new' | 'old';
  /** What the other cloud says when an external key or an external storage is validated. */
  otherCloud: 'reachable' | 'refusing';
}

// Sixty a minute is ten times what the live API was seen to allow: a demonstration should meet the limit rarely, not never.
const SHIPPED: Behaviour = {
  rateLimit: { callsPerMinute: 60, burst: 20 },
  rateLimitAnswer: 'in_message',
  newServiceAccountHiddenGets: 0,
  newServiceAccountHiddenLists: 0,
  serviceAccountKeyDeletion: 'allowed',
  usageDelayMs: 5 * 60_000,
  costDelayMs: 60 * 60_000,
  costsByKey: 'allowed',
  costsByUserInProject: 'allowed',
  rateLimitUpdateAnswer: 'new',
  otherCloud: 'reachable',
};

/** The shipped behaviour with the given fields changed. */
export function behaviourWith(changes: Partial<Behaviour>): Behaviour {
  return { ...SHIPPED, ...changes };
}
