import type { BoundPerson } from '#domain/bound-person.ts';
import type { Person, Policy } from './policy.ts';

/**
 * The policy with everybody who was bound beside its file. An entry of the file wins: whoever it names under the same account or address
 * is not taken from a binding, and a binding that says otherwise counts for nothing.
 */
export function withBindings(policy: Policy, bound: readonly BoundPerson[]): Policy {
  if (bound.length === 0) return policy;
  const file = Object.values(policy.people);
  const accounts = new Set(file.flatMap(({ slackIds }) => slackIds));
  const addresses = new Set(file.flatMap(({ openaiEmail }) => openaiEmail?.toLowerCase() ?? []));
  const added = bound.flatMap((each): [string, Person][] => {
    const all = each.accounts.map(({ slackId }) => slackId);
    const slackIds = all.filter((slackId) => !accounts.has(slackId));
    if (slackIds.length === 0 || Object.hasOwn(policy.people, each.person)) return [];
    const clashes = slackIds.length < all.length || addresses.has(each.openaiEmail.toLowerCase());
    const why = clashes ? 'the policy’s file says something else about them' : each.why;
    const person = { name: each.name, slackIds, openaiEmail: clashes ? null : each.openaiEmail, unit: each.unit };
    return [[each.person, clashes || each.state === 'suspended' ? { ...person, suspended: why } : person]];
  });
  return { ...policy, people: { ...policy.people, ...Object.fromEntries(added) } };
}
