import { canonicalJson } from '#domain/canonical.ts';
import { projectOwners } from './membership.ts';
import type { Policy } from './policy.ts';

/** What of the facts a policy ever looks at, so that nothing is fetched for a policy that does not ask. */

export function asksForOwners({ groups, tiers, manners, rules, live }: Policy): boolean {
  // Looked for in the text, because a name may stand at any depth; a rule that is only called so costs one read too many.
  return canonicalJson([Object.values(groups).map(({ fallback }) => fallback), tiers, manners, rules, live]).includes(
    `"${projectOwners}"`,
  );
}

export function asksForHistory({ rules }: Policy): boolean {
  return rules.some(({ when }) => Object.hasOwn(when, 'burst') || Object.hasOwn(when, 'first_time'));
}

export function asksForHardLimit({ rules }: Policy): boolean {
  return rules.some(({ when }) => Object.hasOwn(when, 'hard_limit'));
}
