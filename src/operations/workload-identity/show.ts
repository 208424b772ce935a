import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { utcMinute } from '#domain/instant.ts';
import { type FederationRule, federationRuleSchema, ruleName } from '../objects/federation-rule.ts';
import { type IdentityProvider, identityProviderSchema } from '../objects/identity-provider.ts';
import { type AgedProjects, agedProjectsSchema, projectName, recallProjects } from '../objects/project-names.ts';
import { declareRead } from '../operation.ts';
import type { View, ViewPart } from '../view.ts';
import { providerActions, ruleActions, ruleInput } from './describe-provider.ts';
import { sayState, sayVerification } from './provider-parts.ts';
import { readProvider, readRules } from './reads.ts';
import { providerGone } from './refusals.ts';
import { sayMatchers } from './rule-parts.ts';
import { aProvider } from './setting-fields.ts';

const known = z.object({
  provider: identityProviderSchema.nullable(),
  rules: z.array(federationRuleSchema).nullable(),
  projects: agedProjectsSchema,
});

function ruleRows(provider: IdentityProvider, rules: readonly FederationRule[], projects: AgedProjects): ViewPart {
  return {
    part: 'rows',
    columns: ['Rule', 'Whoever has', 'Acts in', 'As', 'State'],
    rows: rules.map((rule) => ({
      cells: [
        ruleName(rule),
        sayMatchers(rule.matchers),
        projectName(rule.projectId, projects),
        rule.accountId,
        sayState(rule.isEnabled),
      ],
      actions: [
        {
          label: 'Show',
          operation: operationId('workload-identity.show-rule'),
          input: ruleInput(provider, rule),
          style: 'plain',
        },
        ...ruleActions(provider, rule),
      ],
    })),
    empty: 'No rule: nobody can sign in through it.',
  };
}

function view(provider: IdentityProvider, rules: readonly FederationRule[], projects: AgedProjects): View {
  return {
    title: `Identity provider ${provider.name}`,
    parts: [
      {
        part: 'facts',
        facts: [
          { label: 'Id', value: provider.id },
          { label: 'State', value: sayState(provider.isEnabled) },
          { label: 'Issuer', value: provider.issuer },
          { label: 'Audience', value: provider.audience },
          { label: 'Verified by', value: sayVerification(provider.verification) },
          ...provider.transformations.map(({ attribute, expression }) => ({
            label: `Attribute ${attribute}`,
            value: expression,
          })),
          { label: 'Description', value: provider.description ?? 'none' },
          { label: 'Made', value: utcMinute(provider.createdAt) },
        ],
      },
      ruleRows(provider, rules, projects),
      { part: 'actions', actions: providerActions(provider, rules.length > 0) },
    ],
  };
}

export const showIdentityProvider = declareRead({
  id: operationId('workload-identity.show'),
  title: 'Show an identity provider',
  summary: 'Whom a provider vouches for, and its rules: who acts as which service account.',
  example: '/openai workload-identity show notebooks',
  fields: { provider: aProvider },
  callBudget: 2,
  known,
  need: (ask, have) =>
    have.provider === undefined
      ? [readProvider(ask.input.provider), readRules(ask.input.provider), recallProjects]
      : [],
  view: (ask, { provider, rules, projects }) =>
    provider === null ? providerGone(ask.input.provider) : view(provider, rules ?? [], projects),
});
