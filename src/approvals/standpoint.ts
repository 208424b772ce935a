import type { PersonId, SlackUserId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import { nameOf } from '#policy/people.ts';
import type { Policy } from '#policy/policy.ts';
import type { Requirement } from '#policy/verdict.ts';
import type { Decision, RequestRecord } from './request.ts';

/** A person in front of a request: all that says what they may do with it. */
export interface Standpoint {
  readonly record: Pick<RequestRecord<unknown>, 'terms' | 'digest' | 'state' | 'deadline' | 'readyAt' | 'pausedMs'>;
  readonly decisions: readonly Decision[];
  /** With the people who are eligible now, by fresh evidence. */
  readonly requirements: readonly Requirement[];
  readonly who: { readonly personId: PersonId; readonly slackId: SlackUserId };
  readonly policy: Policy;
  readonly now: Instant;
}

/** The requester, by person or account: the policy may have learned only later that two accounts are one human. */
export function isRequester({ record: { terms }, who }: Standpoint): boolean {
  return who.personId === terms.requester.personId || who.slackId === terms.requester.slackId;
}

export function isEligible({ requirements, who }: Standpoint): boolean {
  return requirements.some(({ eligible }) =>
    eligible.some((one) => one.person === who.personId && one.slackIds.includes(who.slackId)),
  );
}

export function decisionOf({ decisions, who }: Standpoint): Decision | null {
  return decisions.find((decision) => decision.person === who.personId) ?? null;
}

/** Nobody who is named here has decided yet. */
function stillToDecide({ requirements, decisions }: Standpoint): readonly PersonId[] {
  const people = new Set(requirements.flatMap(({ eligible }) => eligible.map(({ person }) => person)));
  return [...people].filter((person) => !decisions.some((decision) => decision.person === person));
}

/** `Bea, Omar or Sam can.`; the sentence that every refusal owes. */
export function whoCanDecide(standpoint: Standpoint): string {
  const people = stillToDecide(standpoint);
  const names = people.slice(0, 3).map((person) => nameOf(standpoint.policy, person));
  if (names.length === 0) return 'Nobody else can right now.';
  const more = people.length - names.length;
  const last = more > 0 ? `${more} more` : names.pop();
  return `${names.length === 0 ? '' : `${names.join(', ')} or `}${last ?? ''} can.`;
}
