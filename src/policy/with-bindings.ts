import type { BoundPerson } from '#domain/bound-person.ts';
import type { Person, Policy } from './policy.ts';

/**
 * Everybody who is bound while the policy's file speaks of one of their accounts or their address. The file wins, so they count for nothing.
 * It makes no difference whether the policy was joined with the bindings before.
 */
export function clashesOf(policy: Policy, bound: readonly BoundPerson[]): readonly BoundPerson[] {
  const ours = new Set<string>(bound.map(({ person }) => person));
  const file = Object.entries(policy.people).flatMap(([id, entry]) => (ours.has(id) ? [] : [entry]));
  const accounts = new Set(file.flatMap(({ slackIds }) => slackIds));
  const addresses = new Set(file.flatMap(({ openaiEmail }) => openaiEmail?.toLowerCase() ?? []));
  return bound.filter(
    (each) =>
      addresses.has(each.openaiEmail.toLowerCase()) || each.accounts.some(({ slackId }) => accounts.has(slackId)),
  );
}

/**
 * The policy with everybody who was bound beside its file. An entry of the file wins: whoever it names under the same account or address
 * is not taken from a binding, and a binding that says otherwise counts for nothing.
 */
export function withBindings(policy: Policy, bound: readonly BoundPerson[]): Policy {
  if (bound.length === 0) return policy;
  const clashing = new Set(clashesOf(policy, bound));
  const taken = new Set(Object.values(policy.people).flatMap(({ slackIds }) => slackIds));
  const added = bound.flatMap((each): [string, Person][] => {
    const slackIds = each.accounts.map(({ slackId }) => slackId).filter((slackId) => !taken.has(slackId));
    if (slackIds.length === 0 || Object.hasOwn(policy.people, each.person)) return [];
    const isClash = clashing.has(each);
    const why = isClash ? 'the policy’s file says something else about them' : each.why;
    const person = { name: each.name, slackIds, openaiEmail: isClash ? null : each.openaiEmail, unit: each.unit };
    return [[each.person, isClash || each.state === 'suspended' ? { ...person, suspended: why } : person]];
  });
  return { ...policy, people: { ...policy.people, ...Object.fromEntries(added) } };
}
