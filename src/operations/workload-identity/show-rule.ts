import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { utcMinute } from '#domain/instant.ts';
import { type FederationRule, federationRuleSchema, ruleName } from '../objects/federation-rule.ts';
import { type IdentityProvider, identityProviderSchema } from '../objects/identity-provider.ts';
import { type AgedProjects, agedProjectsSchema, projectName, recallProjects } from '../objects/project-names.ts';
import { declareRead } from '../operation.ts';
import type { View } from '../view.ts';
import { ruleActions } from './describe-provider.ts';
import { sayState } from './provider-parts.ts';
import { readProvider, readRule } from './reads.ts';
import { providerGone, ruleGone } from './refusals.ts';
import { sayMatchers, sayRuleScopes } from './rule-parts.ts';
import { aProvider, aRule } from './setting-fields.ts';

interface Found {
  readonly provider: IdentityProvider;
  readonly rule: FederationRule;
  readonly projects: AgedProjects;
}

function view({ provider, rule, projects }: Found): View {
  return {
    title: `Federation rule ${ruleName(rule)}`,
    parts: [
      {
        part: 'facts',
        facts: [
          { label: 'Id', value: rule.id },
          { label: 'State', value: provider.isEnabled ? sayState(rule.isEnabled) : 'off, as the whole provider is' },
          { label: 'Identity provider', value: `${provider.name} (${provider.issuer})` },
          { label: 'Whoever has', value: sayMatchers(rule.matchers) },
          { label: 'Acts in', value: projectName(rule.projectId, projects) },
          { label: 'As the service account', value: rule.accountId },
          { label: 'May', value: sayRuleScopes(rule.scopes) },
          { label: 'Description', value: rule.description ?? 'none' },
          { label: 'Made', value: utcMinute(rule.createdAt) },
        ],
      },
      { part: 'actions', actions: ruleActions(provider, rule) },
    ],
  };
}

export const showFederationRule = declareRead({
  id: operationId('workload-identity.show-rule'),
  title: 'Show a federation rule',
  summary: 'Which identities from outside act as which service account, and what they may do.',
  example: '/openai workload-identity show-rule notebooks --rule forecasts',
  fields: { provider: aProvider, rule: aRule },
  callBudget: 2,
  known: z.object({
    provider: identityProviderSchema.nullable(),
    rule: federationRuleSchema.nullable(),
    projects: agedProjectsSchema,
  }),
  need: (ask, have) =>
    have.provider === undefined
      ? [readProvider(ask.input.provider), readRule(ask.input.provider, ask.input.rule), recallProjects]
      : [],
  view: (ask, { provider, rule, projects }) => {
    if (provider === null) return providerGone(ask.input.provider);
    return rule === null ? ruleGone(ask.input.rule) : view({ provider, rule, projects });
  },
});
