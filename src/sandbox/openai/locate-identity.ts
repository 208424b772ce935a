import { notFound } from './http/problem.ts';
import type { Organization } from './organization.ts';
import type { FederationRule, IdentityProvider } from './records/trust.ts';

interface ProviderPath {
  readonly workload_identity_provider_id: string;
}

/** Throws 404 for an unknown provider. */
export function locateIdentityProvider(organization: Organization, path: ProviderPath): IdentityProvider {
  const id = path.workload_identity_provider_id;
  const provider = organization.identityProviders.get(id);
  if (provider === undefined) throw notFound('Workload identity provider', id, 'workload_identity_provider_id');
  return provider;
}

/** Throws 404 for a rule that is unknown or of another provider. */
export function locateFederationRule(
  organization: Organization,
  path: ProviderPath & { readonly workload_identity_federation_rule_id: string },
): FederationRule {
  const provider = locateIdentityProvider(organization, path);
  const id = path.workload_identity_federation_rule_id;
  const rule = organization.federationRules.get(id);
  if (rule?.providerId === provider.id) return rule;
  throw notFound('Federation rule', id, 'workload_identity_federation_rule_id');
}

/** The rules of a provider, oldest first. */
export function rulesOf(organization: Organization, providerId: string): readonly FederationRule[] {
  return [...organization.federationRules.values()].filter((rule) => rule.providerId === providerId);
}
