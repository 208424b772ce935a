import { call } from '../call.ts';
import type { ThingRef } from '../field.ts';
import { type Need, read } from '../need.ts';
import { keepFederationRule, keepFederationRules } from '../objects/federation-rule.ts';
import { keepIdentityProvider, keepIdentityProviders } from '../objects/identity-provider.ts';

export const PROVIDERS = '/organization/workload_identity_providers';
export const PROVIDER = `${PROVIDERS}/{workload_identity_provider_id}` as const;
export const RULES = `${PROVIDER}/federation_rules` as const;
export const RULE = `${RULES}/{workload_identity_federation_rule_id}` as const;

export const providerParams = (provider: Pick<ThingRef, 'id'>) => ({ workload_identity_provider_id: provider.id });

export const ruleParams = (provider: Pick<ThingRef, 'id'>, rule: Pick<ThingRef, 'id'>) => ({
  ...providerParams(provider),
  workload_identity_federation_rule_id: rule.id,
});

/** The provider itself; null when it is gone. */
export function readProvider(provider: ThingRef): Need {
  return read('provider', {
    call: call(`GET ${PROVIDER}`, { params: providerParams(provider) }),
    keep: keepIdentityProvider,
    absent: 'null',
  });
}

export const readProviders: Need = read('providers', {
  call: call(`GET ${PROVIDERS}`),
  keep: keepIdentityProviders,
  pages: 'all',
});

/** What hangs on a provider; null when it is gone. */
export function readRules(provider: Pick<ThingRef, 'id'>): Need {
  return read('rules', {
    call: call(`GET ${RULES}`, { params: providerParams(provider) }),
    keep: keepFederationRules,
    pages: 'all',
    absent: 'null',
  });
}

export function readRule(provider: ThingRef, rule: ThingRef): Need {
  return read('rule', {
    call: call(`GET ${RULE}`, { params: ruleParams(provider, rule) }),
    keep: keepFederationRule,
    absent: 'null',
  });
}
