import { fitsProject } from './glob.ts';
import type { Policy } from './policy.ts';

/** Whether the policy calls this project production. An operation without a project is not about production. */
export function isProduction(policy: Policy, project: { readonly id: string; readonly name: string } | null): boolean {
  return project !== null && policy.production.some((pattern) => fitsProject(pattern, project));
}
