import type { PolicyFacts } from './facts.ts';
import { fitsProject } from './glob.ts';
import type { Policy } from './policy.ts';

/** Whether the policy protects this thing: by its id, its name, or a pattern of names. */
export function isProtected(policy: Policy, target: PolicyFacts['target']): boolean {
  return target !== null && policy.protectedTargets.some((pattern) => fitsProject(pattern, target));
}
