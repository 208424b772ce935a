import { z } from 'zod';

import { type JsonObject, get, post, remove } from '../http/endpoint.ts';
import { inOrder, orderedPageQuery, pageOf } from '../http/page.ts';
import { badRequest } from '../http/problem.ts';
import { mintId } from '../identifier.ts';
import { locateIdentityProvider, rulesOf } from '../locate-identity.ts';
import type { IdentityProvider } from '../records/trust.ts';

const text = z.string().min(1);

const providerField = {
  name: text,
  issuer: text,
  audience: text,
  enabled: z.boolean(),
  attribute_transformations: z.array(z.strictObject({ attribute: text.max(256), expression: text.max(4096) })).max(20),
  verification: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('discovery'), discovery_url: z.string().nullable() }),
    z.strictObject({ type: z.literal('uploaded_jwks'), jwks: z.record(z.string(), z.unknown()) }),
  ]),
} as const;

const all = '/organization/workload_identity_providers';
const one = `${all}/{workload_identity_provider_id}` as const;

// Neither a default page size nor a default order is stated.
const query = orderedPageQuery('desc');

/** Who may vouch for identities from outside. A provider goes after all its rules. OpenAI API reference, 2026-11. */
export const identityProviderEndpoints = [
  get(all, query, ({ organization, query }) => {
    const rows = inOrder(organization.identityProviders.values(), query.order, ({ createdAtSec }) => createdAtSec);
    return pageOf(rows, query, showProvider);
  }),

  post(
    all,
    {
      ...providerField,
      type: z.literal('oidc'),
      description: z.string().optional(),
      enabled: providerField.enabled.default(true),
      attribute_transformations: providerField.attribute_transformations.default([]),
      verification: providerField.verification.default({ type: 'discovery', discovery_url: null }),
    },
    ({ organization, body, nowSec, record }) => {
      const provider: IdentityProvider = {
        id: mintId('wip_'),
        name: body.name,
        description: body.description ?? null,
        issuer: body.issuer,
        audience: body.audience,
        transformations: body.attribute_transformations,
        verification: body.verification,
        isEnabled: body.enabled,
        createdAtSec: nowSec,
        updatedAtSec: nowSec,
      };
      organization.identityProviders.set(provider.id, provider);
      const { name, issuer, audience } = provider;
      record('workload_identity_provider.created', { id: provider.id, data: { name, issuer, audience } });
      return showProvider(provider);
    },
  ),

  get(one, {}, ({ organization, params }) => showProvider(locateIdentityProvider(organization, params))),

  post(
    one,
    { ...z.object(providerField).partial().shape, description: z.string().nullish() },
    ({ organization, params, body, nowSec, record }) => {
      const before = locateIdentityProvider(organization, params);
      const provider: IdentityProvider = {
        ...before,
        name: body.name ?? before.name,
        description: body.description === undefined ? before.description : body.description,
        issuer: body.issuer ?? before.issuer,
        audience: body.audience ?? before.audience,
        transformations: body.attribute_transformations ?? before.transformations,
        verification: body.verification ?? before.verification,
        isEnabled: body.enabled ?? before.isEnabled,
        updatedAtSec: nowSec,
      };
      organization.identityProviders.set(provider.id, provider);
      record('workload_identity_provider.updated', { id: provider.id, changes_requested: { ...body } });
      return showProvider(provider);
    },
  ),

  remove(one, ({ organization, params, record }) => {
    const { id, name } = locateIdentityProvider(organization, params);
    if (rulesOf(organization, id).length > 0) throw badRequest('Delete the federation rules of the provider first.');
    organization.identityProviders.delete(id);
    record('workload_identity_provider.deleted', { id, name });
    return { id, object: 'organization.workload_identity_provider.deleted', deleted: true };
  }),
];

function showProvider(provider: IdentityProvider): JsonObject {
  return {
    id: provider.id,
    object: 'organization.workload_identity_provider',
    type: 'oidc',
    name: provider.name,
    description: provider.description,
    issuer: provider.issuer,
    audience: provider.audience,
    attribute_transformations: provider.transformations,
    verification: provider.verification,
    enabled: provider.isEnabled,
    created_at: provider.createdAtSec,
    updated_at: provider.updatedAtSec,
  };
}
