import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { utcMinute } from '#domain/instant.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { type FederationRule, federationRuleSchema } from '../objects/federation-rule.ts';
import { type IdentityProvider, identityProviderSchema, providerSettings } from '../objects/identity-provider.ts';
import { declareChange } from '../operation.ts';
import type { Inverse, Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { callTemplate, deleteStep } from '../step.ts';
import { providerInput, sayRules } from './describe-provider.ts';
import { providerParts } from './provider-parts.ts';
import { PROVIDER, providerParams, readProvider, readRules } from './reads.ts';
import { providerGone } from './refusals.ts';
import { aProvider } from './setting-fields.ts';
import { inputOf } from './setting-part.ts';

const id = operationId('workload-identity.delete');

function refuseRules(provider: IdentityProvider, rules: readonly FederationRule[]): Refusal | null {
  if (rules.length === 0) return null;
  return refuse('workload-identity.has-rules', {
    what: `${provider.name} still has ${sayRules(rules)}.`,
    rule: 'OpenAI deletes a provider only after all its rules, so that nobody loses access unseen.',
    whoCan: 'You: delete its rules first, each as a request of its own, or switch the provider off.',
    next: {
      kind: 'start',
      label: 'Switch it off',
      operation: operationId('workload-identity.update'),
      input: { ...providerInput(provider), state: 'off' },
    },
  });
}

function inverseOf(provider: IdentityProvider): Inverse {
  const { back, isWhole } = inputOf(providerParts, providerSettings(provider));
  const { noDescription: _, ...input } = back;
  const kept = isWhole ? '' : ' Some of it cannot be said in words here; set that in the OpenAI dashboard.';
  return {
    verdict: isWhole ? 'recreate' : 'partial',
    sentence: `make the same provider again. It gets a new id, so whatever signs in through it has to be set up anew.${kept}`,
    operation: operationId('workload-identity.create'),
    input,
  };
}

function plan(provider: IdentityProvider): Plan {
  const params = providerParams(provider);
  return planOf({
    operation: id,
    // It has no rule, so that nobody can sign in through it: deleting it stops nothing.
    tier: 'destructive',
    title: `Delete the identity provider ${provider.name}`,
    gist: `${provider.name}: ${provider.issuer}`,
    target: { kind: 'identity provider', id: provider.id, name: provider.name },
    changes: [{ label: 'Identity provider', before: `${provider.name}: ${provider.issuer}`, after: null }],
    holds: `no rule · made ${utcMinute(provider.createdAt)}`,
    guards: { provider: { id: provider.id, ...providerSettings(provider) }, rules: [] },
    before: { provider: { ...provider } },
    steps: [
      deleteStep({
        id: 'delete',
        title: `Delete the identity provider ${provider.name}`,
        call: callTemplate(`DELETE ${PROVIDER}`, { params }),
        read: callTemplate(`GET ${PROVIDER}`, { params }),
      }),
    ],
    inverse: inverseOf(provider),
  });
}

export const deleteIdentityProvider = declareChange({
  id,
  tier: 'destructive',
  title: 'Delete an identity provider',
  summary: 'Ends the trust in an issuer for good. It must have no rule any more; switching it off can be taken back.',
  example: '/openai workload-identity delete notebooks --reason "the notebooks moved"',
  fields: { provider: aProvider },
  callBudget: 2,
  known: z.object({
    provider: identityProviderSchema.nullable(),
    rules: z.array(federationRuleSchema).nullable(),
  }),
  need: (ask, have) =>
    have.provider === undefined ? [readProvider(ask.input.provider), readRules(ask.input.provider)] : [],
  plan: (ask, { provider, rules }) => {
    if (provider === null) return providerGone(ask.input.provider);
    return refuseRules(provider, rules ?? []) ?? plan(provider);
  },
});
