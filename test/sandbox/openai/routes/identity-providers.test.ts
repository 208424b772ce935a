import { NotFoundError } from 'openai';
import type { WorkloadIdentityProvider } from 'openai/resources/admin/organization/workload-identity-providers/workload-identity-providers';
import { describe, expect, it } from 'vitest';

import { openEmulator } from '../open-emulator.ts';
import { ids } from '../small-seed.ts';

const wish = { type: 'oidc', name: 'ci', issuer: 'https://ci.example', audience: 'https://api.openai.com/v1' } as const;

describe('workload identity providers', () => {
  it('are made with defaults, changed and deleted', async () => {
    const { organization, clock, sec } = await openEmulator();
    const expected: WorkloadIdentityProvider = {
      ...wish,
      id: expect.stringMatching(/^wip_/),
      object: 'organization.workload_identity_provider',
      description: null,
      attribute_transformations: [],
      verification: { type: 'discovery', discovery_url: null },
      enabled: true,
      created_at: sec(0),
      updated_at: sec(0),
    };
    const { workloadIdentityProviders } = organization;
    const made = await workloadIdentityProviders.create(wish);
    expect(made).toEqual(expected);
    clock.advance(60_000);
    const changed = await workloadIdentityProviders.update(made.id, {
      enabled: false,
      description: 'paused',
      attribute_transformations: [{ attribute: 'openai.repository', expression: 'assertion.repository' }],
      verification: { type: 'uploaded_jwks', jwks: { keys: [] } },
    });
    expect(changed).toMatchObject({ name: 'ci', enabled: false, updated_at: made.created_at + 60 });
    expect(await workloadIdentityProviders.retrieve(made.id)).toEqual(changed);
    const gone = await workloadIdentityProviders.delete(made.id);
    expect(gone).toEqual({ object: 'organization.workload_identity_provider.deleted', id: made.id, deleted: true });
    await expect(workloadIdentityProviders.retrieve(made.id)).rejects.toBeInstanceOf(NotFoundError);
  });

  it('are walked by the id of the last item', async () => {
    const { organization } = await openEmulator();
    for (const name of ['a', 'b', 'c']) await organization.workloadIdentityProviders.create({ ...wish, name });
    const walked: string[] = [];
    for await (const { name } of organization.workloadIdentityProviders.list({ limit: 1, order: 'asc' }))
      walked.push(name);
    expect(walked).toEqual(['a', 'b', 'c']);
  });

  it('go after all their rules', async () => {
    const { organization } = await openEmulator();
    const { workloadIdentityProviders } = organization;
    const { id } = await workloadIdentityProviders.create(wish);
    const rule = await workloadIdentityProviders.federationRules.create(id, {
      project_id: ids.web,
      service_account_id: ids.worker,
      attribute_matchers: {},
    });
    await expect(workloadIdentityProviders.delete(id)).rejects.toThrow(/federation rules of the provider first/);
    await workloadIdentityProviders.federationRules.delete(rule.id, { workload_identity_provider_id: id });
    expect((await workloadIdentityProviders.delete(id)).deleted).toBe(true);
  });

  it.each([
    [{ ...wish, type: 'saml' }, /^Invalid value: 'saml'/],
    [{ ...wish, issuer: '' }, /'issuer'/],
    [{ ...wish, attribute_transformations: [{ attribute: 'x'.repeat(257), expression: 'y' }] }, /maximum of 256/],
    [
      { ...wish, attribute_transformations: Array.from({ length: 21 }, () => ({ attribute: 'x', expression: 'y' })) },
      /maximum of 20/,
    ],
  ])('are refused (%#)', async (body, message) => {
    const { call } = await openEmulator();
    const { status, error } = await call('POST', '/organization/workload_identity_providers', { body });
    expect(status).toBe(400);
    expect(error.message).toMatch(message);
  });
});
