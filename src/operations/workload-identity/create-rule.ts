import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { call } from '../call.ts';
import type { InputOf, ThingRef } from '../field.ts';
import { type Need, read } from '../need.ts';
import { federationRuleSchema, type RuleSettings } from '../objects/federation-rule.ts';
import { identityProviderSchema } from '../objects/identity-provider.ts';
import { projectSchema } from '../objects/project.ts';
import { keepServiceAccount, type ServiceAccount, serviceAccountSchema } from '../objects/service-account.ts';
import { type Ask, declareChange } from '../operation.ts';
import { needInside } from '../projects/inside.ts';
import type { Plan } from '../plan.ts';
import { planNewRule } from './create-rule-plan.ts';
import { readProvider, readRules } from './reads.ts';
import { providerGone, refuseTakenRule } from './refusals.ts';
import { matchesField, optionalRuleFields, ruleNameField, ruleWish } from './rule-wish.ts';
import { aProvider } from './setting-fields.ts';

const id = operationId('workload-identity.create-rule');

const fields = {
  provider: aProvider,
  project: { kind: 'project', label: 'Project', hint: 'Where they act. By name or id.', required: true },
  account: {
    kind: 'thing',
    noun: 'service account',
    label: 'Service account',
    hint: 'As whom they act: one of that project, by name or id.',
    required: true,
    listing: {
      endpoint: 'GET /organization/projects/{project_id}/service_accounts',
      params: { project_id: 'project' },
      id: 'id',
      name: 'name',
    },
  },
  name: { ...ruleNameField, required: true },
  matches: { ...matchesField, required: true },
  ...optionalRuleFields,
} as const;

type RuleAsk = Ask<InputOf<typeof fields>>;

const known = z.object({
  project: projectSchema,
  provider: identityProviderSchema.nullable(),
  rules: z.array(federationRuleSchema).nullable(),
  account: serviceAccountSchema.nullable(),
});

function readAccount(project: ThingRef, account: ThingRef): Need {
  const params = { project_id: project.id, service_account_id: account.id };
  return read('account', {
    call: call('GET /organization/projects/{project_id}/service_accounts/{service_account_id}', { params }),
    keep: keepServiceAccount,
    absent: 'null',
  });
}

function wishOf({ input }: RuleAsk): RuleSettings | Refusal {
  const usual: RuleSettings = { name: input.name, description: null, matchers: {}, scopes: null, isEnabled: true };
  return ruleWish({ ...input, noDescription: null }, usual);
}

function accountGone({ input }: RuleAsk): Refusal {
  return refuse('workload-identity.account-gone', {
    what: `There is no service account ${input.account.name || input.account.id} in ${input.project.name} any more.`,
    rule: 'A rule lets identities act as a service account that exists.',
  });
}

function plan(ask: RuleAsk, have: z.infer<typeof known>): Plan | Refusal {
  const { provider, rules, project } = have;
  if (provider === null) return providerGone(ask.input.provider);
  const account: ServiceAccount | null = have.account;
  if (account === null) return accountGone(ask);
  const wish = wishOf(ask);
  if (isRefusal(wish)) return wish;
  return refuseTakenRule(wish.name, rules ?? []) ?? planNewRule({ id, provider, project, account }, wish);
}

export const createFederationRule = declareChange({
  id,
  tier: 'destructive',
  title: 'Let an identity act as a service account',
  summary:
    'Whoever a provider vouches for, with these attributes, acts as a service account of a project, without a key.',
  example:
    '/openai workload-identity create-rule notebooks --project data-science --account notebooks --name nightly --matches "notebook = nightly" --scopes api.model.request --reason "nightly forecasts"',
  fields,
  callBudget: 4,
  known,
  need: (ask, have) =>
    needInside(have, {
      family: 'workload-identity',
      ref: ask.input.project,
      rest: () =>
        have.provider === undefined
          ? [
              readProvider(ask.input.provider),
              readRules(ask.input.provider),
              readAccount(ask.input.project, ask.input.account),
            ]
          : [],
    }),
  plan,
});
