import { z } from 'zod';
import { secondMs } from '#domain/instant.ts';
import { oneLine } from '#domain/printable.ts';

const matchers = z.record(z.string(), z.union([z.string(), z.boolean(), z.number()]));
export type Matchers = z.infer<typeof matchers>;

/** `WorkloadIdentityFederationRule` (OpenAI API reference, 2026-11). The audit log calls it a mapping. */
export const federationRuleWire = z.looseObject({
  id: z.string(),
  workload_identity_provider_id: z.string(),
  project_id: z.string(),
  service_account_id: z.string(),
  name: z.string().nullish(),
  description: z.string().nullish(),
  attribute_matchers: matchers,
  permissions: z.discriminatedUnion('type', [
    z.looseObject({ type: z.literal('service_account_default') }),
    z.looseObject({ type: z.literal('restricted'), scopes: z.array(z.string()) }),
  ]),
  enabled: z.boolean(),
  created_at: z.number(),
});

export const ruleSettingsSchema = z.object({
  name: z.string().nullable(),
  description: z.string().nullable(),
  /** Attributes that an identity must have, all of them. */
  matchers,
  /** Sorted; null is everything that the service account may do. */
  scopes: z.array(z.string()).nullable(),
  isEnabled: z.boolean(),
});
export type RuleSettings = z.infer<typeof ruleSettingsSchema>;

export const federationRuleSchema = ruleSettingsSchema.extend({
  id: z.string(),
  providerId: z.string(),
  projectId: z.string(),
  accountId: z.string(),
  createdAt: z.number(),
});
export type FederationRule = z.infer<typeof federationRuleSchema>;

// Names and descriptions are free text of unknown length; an undo gives back what was kept, so they are cut late.
const LONGEST_TEXT = 1000;

export function keepFederationRule(answer: unknown): FederationRule {
  const rule = federationRuleWire.parse(answer);
  return {
    id: rule.id,
    providerId: rule.workload_identity_provider_id,
    projectId: rule.project_id,
    accountId: rule.service_account_id,
    name: oneLine(rule.name ?? '', LONGEST_TEXT) || null,
    description: oneLine(rule.description ?? '', LONGEST_TEXT) || null,
    matchers: rule.attribute_matchers,
    scopes: rule.permissions.type === 'restricted' ? rule.permissions.scopes.toSorted() : null,
    isEnabled: rule.enabled,
    createdAt: rule.created_at * secondMs,
  };
}

export function keepFederationRules(answer: unknown): FederationRule[] {
  return z
    .looseObject({ data: z.array(z.unknown()) })
    .parse(answer)
    .data.map(keepFederationRule);
}

export function ruleSettings({ name, description, matchers, scopes, isEnabled }: FederationRule): RuleSettings {
  return { name, description, matchers, scopes, isEnabled };
}

/** The part of a rule that decides. Its account is not what is changed, so it is not called `id`. */
export function federationRuleGuard(rule: FederationRule) {
  return { id: rule.id, account: rule.accountId, projectId: rule.projectId, ...ruleSettings(rule) };
}

/** What people call it. */
export const ruleName = ({ id, name }: Pick<FederationRule, 'id' | 'name'>): string => name ?? id;
