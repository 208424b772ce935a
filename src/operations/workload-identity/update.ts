import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { count } from '#domain/instant.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { type FederationRule, federationRuleSchema } from '../objects/federation-rule.ts';
import {
  type IdentityProvider,
  identityProviderSchema,
  providerSettings,
  type ProviderSettings,
} from '../objects/identity-provider.ts';
import { declareChange } from '../operation.ts';
import type { Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { callTemplate, setStep } from '../step.ts';
import { providerInput, sayRules } from './describe-provider.ts';
import { providerParts } from './provider-parts.ts';
import { optionalProviderFields, providerFields, providerWish } from './provider-wish.ts';
import { PROVIDER, providerParams, readProvider, readProviders, readRules } from './reads.ts';
import { providerGone, refuseSame, refuseTakenProvider } from './refusals.ts';
import { aProvider, noDescription } from './setting-fields.ts';
import { type Difference, differenceOf } from './setting-part.ts';

const id = operationId('workload-identity.update');

const fields = {
  provider: aProvider,
  name: { ...providerFields.name, label: 'New name', required: false },
  issuer: { ...providerFields.issuer, required: false },
  audience: { ...providerFields.audience, required: false },
  ...optionalProviderFields,
  noDescription,
} as const;

interface Found {
  readonly provider: IdentityProvider;
  readonly rules: readonly FederationRule[];
  readonly others: readonly IdentityProvider[];
}

/** Settings that say whom the provider vouches for. Who it is called and what it is for are none. */
const TRUST = ['issuer', 'audience', 'verification', 'attribute_transformations'];

function warningsFor({ rules }: Found, { body }: Difference): readonly string[] {
  if (rules.length === 0) return [];
  const hanging = sayRules(rules);
  return [
    ...(TRUST.some((key) => key in body)
      ? [
          `This changes who is let in: whoever signs in under the old settings may fail, and others may fit (${hanging}).`,
        ]
      : []),
    ...(body['enabled'] === false ? [`Nobody can sign in through it any more (${hanging}).`] : []),
    ...(body['enabled'] === true ? [`Its rules let people and programs in again (${hanging}).`] : []),
  ];
}

function planDifference(found: Found, wish: ProviderSettings, difference: Difference): Plan {
  const { provider, rules } = found;
  const { body, back, isWhole } = difference;
  const params = providerParams(provider);
  const kept = isWhole ? '' : ' Some of it cannot be said in words here; set that in the OpenAI dashboard.';
  return planOf({
    operation: id,
    tier: 'critical',
    title: 'Change an identity provider',
    gist: `${provider.name}: ${count(difference.changes.length, 'change')}`,
    target: { kind: 'identity provider', id: provider.id, name: provider.name },
    changes: difference.changes,
    holds: sayRules(rules),
    warnings: warningsFor(found, difference),
    guards: {
      provider: { id: provider.id, ...providerSettings(provider) },
      rules: rules.map((rule) => rule.id).toSorted(),
    },
    before: { provider: { ...provider } },
    steps: [
      setStep({
        id: 'update',
        title: `Change the identity provider ${provider.name}`,
        call: callTemplate(`POST ${PROVIDER}`, { params, body }),
        read: callTemplate(`GET ${PROVIDER}`, { params }),
        where: body,
      }),
    ],
    inverse: {
      verdict: isWhole ? 'exact' : 'partial',
      sentence: `set it back to what it was. Sign-ins that failed meanwhile stay failed.${kept}`,
      operation: id,
      input: { ...providerInput({ id: provider.id, name: wish.name }), ...back },
    },
  });
}

function plan(found: Found, wish: ProviderSettings): Plan | Refusal {
  const { provider, others } = found;
  const difference = differenceOf(providerParts, providerSettings(provider), wish);
  if (difference === null) return refuseSame(provider.name);
  return refuseTakenProvider(wish.name, others) ?? planDifference(found, wish, difference);
}

export const updateIdentityProvider = declareChange({
  id,
  tier: 'critical',
  title: 'Change an identity provider',
  summary: 'Whom a provider vouches for, and whether it counts. What is not said stays as it is.',
  example: '/openai workload-identity update notebooks --state off --reason "a token was leaked"',
  fields,
  callBudget: 3,
  known: z.object({
    provider: identityProviderSchema.nullable(),
    rules: z.array(federationRuleSchema).nullable(),
    providers: z.array(identityProviderSchema),
  }),
  need: (ask, have) =>
    have.provider === undefined ? [readProvider(ask.input.provider), readRules(ask.input.provider), readProviders] : [],
  plan: (ask, { provider, rules, providers }) => {
    if (provider === null) return providerGone(ask.input.provider);
    const wish = providerWish(ask.input, providerSettings(provider));
    if (isRefusal(wish)) return wish;
    return plan({ provider, rules: rules ?? [], others: providers.filter((each) => each.id !== provider.id) }, wish);
  },
});
