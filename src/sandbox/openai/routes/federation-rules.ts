import { z } from 'zod';

import { type JsonObject, get, post, remove } from '../http/endpoint.ts';
import { inOrder, orderedPageQuery, pageOf } from '../http/page.ts';
import { mintId } from '../identifier.ts';
import { locateFederationRule, locateIdentityProvider, rulesOf } from '../locate-identity.ts';
import { locateServiceAccount } from '../locate.ts';
import type { FederationRule } from '../records/trust.ts';

const text = z.string().min(1);

const ruleField = {
  attribute_matchers: z.record(z.string(), z.union([z.string(), z.boolean(), z.number()])),
  enabled: z.boolean(),
  permissions: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('service_account_default') }),
    z.strictObject({ type: z.literal('restricted'), scopes: z.array(text).min(1) }),
  ]),
} as const;

const all = '/organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules';
const one = `${all}/{workload_identity_federation_rule_id}` as const;

/**
 * Which outside identities may act as which service account. A rule keeps its project and its account for life. The audit
 * log calls rules mappings. OpenAI API reference, 2026-11, which states neither a default page size nor a default order.
 */
export const federationRuleEndpoints = [
  get(all, { ...orderedPageQuery('desc'), service_account_id: text.optional() }, ({ organization, params, query }) => {
    const wanted = rulesOf(organization, locateIdentityProvider(organization, params).id).filter(
      ({ serviceAccountId }) => query.service_account_id === undefined || serviceAccountId === query.service_account_id,
    );
    return pageOf(
      inOrder(wanted, query.order, ({ createdAtSec }) => createdAtSec),
      query,
      showRule,
    );
  }),

  post(
    all,
    {
      ...ruleField,
      project_id: text,
      service_account_id: text,
      name: z.string().optional(),
      description: z.string().optional(),
      enabled: ruleField.enabled.default(true),
      permissions: ruleField.permissions.default({ type: 'service_account_default' }),
    },
    ({ organization, params, body, nowSec, record }) => {
      const provider = locateIdentityProvider(organization, params);
      const account = locateServiceAccount(organization, body);
      const made: FederationRule = {
        id: mintId('wifr_'),
        providerId: provider.id,
        projectId: account.projectId,
        serviceAccountId: account.id,
        name: body.name ?? null,
        description: body.description ?? null,
        matchers: body.attribute_matchers,
        permissions: body.permissions,
        isEnabled: body.enabled,
        createdAtSec: nowSec,
        updatedAtSec: nowSec,
      };
      organization.federationRules.set(made.id, made);
      record('workload_identity_provider_mapping.created', { ...mapping(made), data: { ...body } });
      return showRule(made);
    },
  ),

  get(one, {}, ({ organization, params }) => showRule(locateFederationRule(organization, params))),

  post(
    one,
    { ...z.object(ruleField).partial().shape, name: z.string().nullish(), description: z.string().nullish() },
    ({ organization, params, body, nowSec, record }) => {
      const before = locateFederationRule(organization, params);
      const changed: FederationRule = {
        ...before,
        name: body.name === undefined ? before.name : body.name,
        description: body.description === undefined ? before.description : body.description,
        matchers: body.attribute_matchers ?? before.matchers,
        permissions: body.permissions ?? before.permissions,
        isEnabled: body.enabled ?? before.isEnabled,
        updatedAtSec: nowSec,
      };
      organization.federationRules.set(changed.id, changed);
      record('workload_identity_provider_mapping.updated', { ...mapping(changed), changes_requested: { ...body } });
      return showRule(changed);
    },
  ),

  remove(one, ({ organization, params, record }) => {
    const gone = locateFederationRule(organization, params);
    organization.federationRules.delete(gone.id);
    const { projectId: project_id, serviceAccountId: service_account_id } = gone;
    record('workload_identity_provider_mapping.deleted', { ...mapping(gone), project_id, service_account_id });
    return { id: gone.id, object: 'organization.workload_identity_federation_rule.deleted', deleted: true };
  }),
];

function mapping({ id, providerId }: FederationRule): JsonObject {
  return { id, identity_provider_id: providerId };
}

function showRule(shown: FederationRule): JsonObject {
  return {
    id: shown.id,
    object: 'organization.workload_identity_federation_rule',
    workload_identity_provider_id: shown.providerId,
    project_id: shown.projectId,
    service_account_id: shown.serviceAccountId,
    name: shown.name,
    description: shown.description,
    attribute_matchers: shown.matchers,
    permissions: shown.permissions,
    enabled: shown.isEnabled,
    created_at: shown.createdAtSec,
    updated_at: shown.updatedAtSec,
  };
}
