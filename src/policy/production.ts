import { fitsProject } from './glob.ts';
import type { Policy } from './policy.ts';

/** Whether the policy calls this project production. An operation without a project is not about production. */
export function isProduction(policy: Policy, project: { readonly id: string; readonly name: string } | null): boolean {
  return project !== null && policy.production.some((pattern) => fitsProject(pattern, project));
}

/** Every label of the file that this project has, `production` among them. */
export function labelsOf(policy: Policy, project: { readonly id: string; readonly name: string }): readonly string[] {
  const own = Object.entries(policy.labels).flatMap(([label, patterns]) =>
    patterns.some((pattern) => fitsProject(pattern, project)) ? [label] : [],
  );
  return isProduction(policy, project) ? ['production', ...own] : own;
}
