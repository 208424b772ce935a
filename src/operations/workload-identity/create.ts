import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { count } from '#domain/instant.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { InputOf } from '../field.ts';
import { type IdentityProvider, identityProviderSchema, type ProviderSettings } from '../objects/identity-provider.ts';
import { declareChange } from '../operation.ts';
import type { Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { callTemplate, createStep } from '../step.ts';
import { resultOf, slotJson } from '../template.ts';
import { providerParts } from './provider-parts.ts';
import { optionalProviderFields, providerFields, providerWish } from './provider-wish.ts';
import { PROVIDERS, readProviders } from './reads.ts';
import { refuseTakenProvider } from './refusals.ts';
import { bodyOfNew } from './setting-part.ts';

const id = operationId('workload-identity.create');

const fields = {
  name: { ...providerFields.name, required: true },
  issuer: { ...providerFields.issuer, required: true },
  audience: { ...providerFields.audience, required: true, initial: 'https://api.openai.com/v1' },
  ...optionalProviderFields,
} as const;

function wishOf(input: InputOf<typeof fields>): ProviderSettings | Refusal {
  const { name, issuer, audience } = input;
  const usual: ProviderSettings = {
    name,
    issuer,
    audience,
    description: null,
    transformations: [],
    verification: { by: 'discovery', url: null },
    isEnabled: true,
  };
  return providerWish({ ...input, noDescription: null }, usual);
}

function plan(wish: ProviderSettings, providers: readonly IdentityProvider[]): Plan {
  const { name } = wish;
  return planOf({
    operation: id,
    tier: 'critical',
    title: 'Trust an identity provider',
    gist: `${name}: ${wish.issuer}`,
    target: { kind: 'identity provider', id: 'new', name },
    changes: [
      { label: 'New identity provider', before: null, after: name },
      ...providerParts.slice(1).flatMap((part) => part.changes(null, wish)),
    ],
    holds: `${count(providers.length, 'identity provider')} so far`,
    warnings: ['Nobody can sign in through it until it has a rule; each rule is a request of its own.'],
    guards: {},
    before: {},
    steps: [
      createStep({
        id: 'create',
        title: `Make the identity provider ${name}`,
        call: callTemplate(`POST ${PROVIDERS}`, { body: { type: 'oidc', ...bodyOfNew(providerParts, wish) } }),
        listedIn: callTemplate(`GET ${PROVIDERS}`),
        // No other provider has this name: one that is taken is refused.
        where: { name },
      }),
    ],
    inverse: {
      verdict: 'exact',
      sentence: 'delete it again, after any rules that were made for it meanwhile.',
      operation: operationId('workload-identity.delete'),
      input: { provider: { id: slotJson(resultOf('create', 'id')), name } },
    },
  });
}

export const createIdentityProvider = declareChange({
  id,
  tier: 'critical',
  title: 'Trust an identity provider',
  summary:
    'Lets an OIDC issuer vouch for programs, so that they can sign in without a key. Rules say who acts as whom.',
  example:
    '/openai workload-identity create github-actions --issuer https://token.actions.githubusercontent.com --audience https://api.openai.com/v1 --reason "deployments without keys"',
  fields,
  callBudget: 1,
  known: z.object({ providers: z.array(identityProviderSchema) }),
  need: (_ask, have) => (have.providers === undefined ? [readProviders] : []),
  plan: (ask, { providers }) => {
    const wish = wishOf(ask.input);
    return isRefusal(wish) ? wish : (refuseTakenProvider(wish.name, providers) ?? plan(wish, providers));
  },
});
