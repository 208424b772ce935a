import { personId, type PersonId, slackUserId, type SlackUserId } from '#domain/ids.ts';
import type { Members } from './facts.ts';
import type { Person, Policy } from './policy.ts';

const UNLISTED = 'slack:';

/** The human behind a Slack account: their entry in `people`, else the account itself. */
export function personOf(policy: Policy, slackId: SlackUserId): PersonId {
  const entry = Object.entries(policy.people).find(([, person]) => person.slackIds.includes(slackId));
  return personId(entry?.[0] ?? `${UNLISTED}${slackId}`);
}

/** Null for somebody without an entry. */
function entryOf(policy: Policy, person: PersonId): Person | null {
  return Object.hasOwn(policy.people, person) ? (policy.people[person] ?? null) : null;
}

/** All Slack accounts of a human. Empty for a person that the policy does not know (any more). */
export function slackIdsOf(policy: Policy, person: PersonId): readonly SlackUserId[] {
  if (person.startsWith(UNLISTED)) return [slackUserId(person.slice(UNLISTED.length))];
  return entryOf(policy, person)?.slackIds ?? [];
}

/** Address of their user in the OpenAI organization, as the policy binds it; no other source counts. */
export function emailOf(policy: Policy, person: PersonId): string | null {
  const entry = entryOf(policy, person);
  return entry?.suspended === undefined ? (entry?.openaiEmail ?? null) : null;
}

/** Why this person is suspended; null for everybody else. */
export function suspensionOf(policy: Policy, person: PersonId): string | null {
  return entryOf(policy, person)?.suspended ?? null;
}

export function personByEmail(policy: Policy, email: string): PersonId | null {
  const wanted = email.trim().toLowerCase();
  const entry = Object.entries(policy.people).find(([, person]) => person.openaiEmail?.toLowerCase() === wanted);
  return entry === undefined ? null : personId(entry[0]);
}

/** Whether the policy speaks of this person at all: by an entry of their own, or through a group that could be read. */
export function isNamed(
  { policy, members }: { readonly policy: Policy; readonly members: Readonly<Record<string, Members>> },
  { personId: person, slackId }: { readonly personId: PersonId; readonly slackId: SlackUserId },
): boolean {
  if (entryOf(policy, person) !== null) return true;
  return Object.values(members).some((group) => group.known && group.slackIds.includes(slackId));
}

/** How a person is called in a sentence. */
export function nameOf(policy: Policy, person: PersonId): string {
  const entry = entryOf(policy, person);
  if (entry !== null) return entry.name;
  return person.startsWith(UNLISTED) ? `Slack user ${person.slice(UNLISTED.length)}` : person;
}
