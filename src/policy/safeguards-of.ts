import { defaultDwellMs } from '#domain/tier.ts';
import type { ChangeTier, PermitRule, Policy } from './policy.ts';
import { noSafeguards, type Safeguards } from './safeguards.ts';
import type { OperationWord } from './vocabulary.ts';

/** What protects a decision under a rule; nothing for a read, which nobody decides on. */
export function safeguardsOf(policy: Policy, rule: PermitRule, operation: OperationWord): Safeguards {
  if (operation.kind === 'read' && operation.tier === 'read') return noSafeguards;
  // A change that calls itself a read is none: it gets the strictest tier.
  const tier: ChangeTier = operation.tier === 'read' ? 'critical' : operation.tier;
  const below = policy.safeguards[tier];
  const { stepUp, dwellMs, vetoMs, typed } = rule.safeguards;
  return {
    stepUp: stepUp ?? below.stepUp ?? noSafeguards.stepUp,
    dwellMs: dwellMs ?? below.dwellMs ?? defaultDwellMs[tier],
    vetoMs: vetoMs ?? below.vetoMs ?? noSafeguards.vetoMs,
    typed: typed ?? below.typed ?? noSafeguards.typed,
  };
}
