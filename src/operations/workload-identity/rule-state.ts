import { z } from 'zod';
import type { ThingRef } from '../field.ts';
import type { Need } from '../need.ts';
import { federationRuleSchema } from '../objects/federation-rule.ts';
import { identityProviderSchema } from '../objects/identity-provider.ts';
import { projectSchema } from '../objects/project.ts';
import { needProject } from '../projects/inside.ts';
import { readProvider, readRule, readRules } from './reads.ts';

/** A rule, whose it is and where it counts. */
export const knownRule = z.object({
  provider: identityProviderSchema.nullable(),
  rule: federationRuleSchema.nullable(),
  rules: z.array(federationRuleSchema).nullable(),
  project: projectSchema.optional(),
});
export type KnownRule = z.infer<typeof knownRule>;

export const ruleCalls = 4;

export function needRule(
  asked: { readonly provider: ThingRef; readonly rule: ThingRef },
  have: Partial<KnownRule>,
): readonly Need[] {
  const { rule } = have;
  if (rule === undefined) {
    return [readProvider(asked.provider), readRule(asked.provider, asked.rule), readRules(asked.provider)];
  }
  if (rule === null || have.project !== undefined) return [];
  return [needProject({ id: rule.projectId, name: rule.projectId })];
}
