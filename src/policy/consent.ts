import { count } from '#domain/instant.ts';
import { defaultApprovals } from '#domain/tier.ts';
import { askedForAdoption, isAdoption } from './adoption-consent.ts';
import type { Asked, ChangeTier, Consent, Manner, PermitRule, Policy } from './policy.ts';
import { anyManner } from './seating.ts';
import type { OperationWord } from './vocabulary.ts';

/**
 * Whose consent an operation needs under a rule: what the rule says, what it leaves open filled from the operation's tier. Empty for
 * reads. Null if the policy leaves open from whom, which a parsed policy never does.
 */
export function askedOf(policy: Policy, rule: PermitRule, operation: OperationWord): readonly Asked[] | null {
  if (operation.kind === 'read' && operation.tier === 'read') return [];
  // A change that calls itself a read is none: it gets the strictest tier.
  const tier: ChangeTier = operation.tier === 'read' ? 'critical' : operation.tier;
  const asked = complete(rule.consent, policy.tiers[tier], tier);
  return isAdoption(operation.id) ? askedForAdoption(policy, asked) : asked;
}

export function complete(consent: Consent, fallback: Consent, tier: ChangeTier): readonly Asked[] | null {
  if (consent.kind === 'several') return consent.asked;
  if (consent.count === null && consent.from === null && fallback.kind === 'several') return fallback.asked;
  const below = fallback.kind === 'one' ? fallback : { count: null, from: null };
  const from = consent.from ?? below.from;
  return from === null ? null : [{ count: consent.count ?? below.count ?? defaultApprovals[tier], from }];
}

/** How consent has to be given under a rule: what it says, else what its operation's tier says. */
export function mannerOf(policy: Policy, rule: PermitRule, operation: OperationWord): Manner {
  const written = rule.manner;
  const below = policy.manners[operation.tier === 'read' ? 'critical' : operation.tier];
  return {
    differentUnit: written.differentUnit ?? below.differentUnit ?? false,
    inOrder: written.inOrder ?? below.inOrder ?? false,
    notify: written.notify ?? below.notify ?? [],
  };
}

/** `2 people from approvers or security and 1 person from leads`. */
export function askedSentence(
  asked: readonly Asked[],
  { differentUnit, inOrder }: Pick<Manner, 'differentUnit' | 'inOrder'> = anyManner,
): string {
  const people = asked.map((one) => `${count(one.count, 'person', 'people')} from ${one.from.join(' or ')}`);
  return `${people.join(inOrder ? ', then ' : ' and ')}${differentUnit ? ', all of different units' : ''}`;
}
