import { canonicalJson } from '#domain/canonical.ts';
import { matchRule } from './match.ts';
import type { PermitRule, Policy } from './policy.ts';
import type { Scene } from './scene.ts';

/** What may be countersigned in advance although it is more than routine: it only takes away, and only from whoever asks for it. */
export const narrowing: readonly string[] = ['keys.revoke'];

/** The rule of this name that a standing order may stand on, or null. */
function standingRule(policy: Policy, name: string): PermitRule | null {
  const found = policy.rules.find((rule) => rule.kind === 'permit' && rule.standing && rule.name === name);
  return found?.kind === 'permit' ? found : null;
}

export function standingRules(policy: Policy): readonly PermitRule[] {
  return policy.rules.flatMap((rule) => (rule.kind === 'permit' && rule.standing ? [rule] : []));
}

/** The policy still says exactly this, to the last word. */
export function isStillSaid(policy: Policy, rule: PermitRule): boolean {
  const today = standingRule(policy, rule.name);
  return today !== null && canonicalJson(today) === canonicalJson(rule);
}

/** Whether what is asked for is within the rule; what cannot be told is not. */
export function isWithin(rule: PermitRule, scene: Scene): boolean {
  const { operation } = scene.facts;
  const isOwnStop = narrowing.includes(operation.id) && rule.when['own'] === true;
  if (operation.kind !== 'change' || (operation.tier !== 'routine' && !isOwnStop)) return false;
  return matchRule({ ...rule, standing: false }, scene).answer === 'yes';
}
