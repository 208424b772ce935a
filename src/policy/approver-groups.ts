import type { Consent, Policy } from './policy.ts';

const groupsOf = (consent: Consent): readonly string[] =>
  consent.kind === 'several' ? consent.asked.flatMap(({ from }) => from) : (consent.from ?? []);

/** Groups whose members decide on something: named by a tier or by a rule. */
export function approverGroups(policy: Policy): readonly string[] {
  const ofTiers = Object.values(policy.tiers).flatMap(groupsOf);
  const ofRules = policy.rules.flatMap((rule) => (rule.kind === 'permit' ? groupsOf(rule.consent) : []));
  return [...new Set([...ofTiers, ...ofRules])].toSorted();
}
