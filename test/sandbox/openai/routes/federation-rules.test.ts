import { NotFoundError } from 'openai';
import type { FederationRule } from 'openai/resources/admin/organization/workload-identity-providers/federation-rules';
import { describe, expect, it } from 'vitest';

import type { OrganizationSeed } from '#sandbox/openai/seed.ts';
import { type Bench, openEmulator } from '../open-emulator.ts';
import { ids, smallSeed } from '../small-seed.ts';

const providerId = 'wip_ci';
const at = { workload_identity_provider_id: providerId };
const wish = { project_id: ids.web, service_account_id: ids.worker, attribute_matchers: { repository: 'small/web' } };
const rules = `/organization/workload_identity_providers/${providerId}/federation_rules`;

const trusting: OrganizationSeed = {
  ...smallSeed,
  identityProviders: [
    { id: providerId, name: 'ci', issuer: 'https://ci.example', audience: 'a', created: '-3d', rules: [] },
    { id: 'wip_other', name: 'other', issuer: 'https://other.example', audience: 'a', created: '-3d', rules: [] },
  ],
};

async function openRules(): Promise<
  Bench & { rules: Bench['organization']['workloadIdentityProviders']['federationRules'] }
> {
  const bench = await openEmulator({}, trusting);
  return { ...bench, rules: bench.organization.workloadIdentityProviders.federationRules };
}

describe('federation rules', () => {
  it('are made with defaults, changed and deleted', async () => {
    const { rules, clock, sec } = await openRules();
    const expected: FederationRule = {
      ...wish,
      id: expect.stringMatching(/^wifr_/),
      object: 'organization.workload_identity_federation_rule',
      workload_identity_provider_id: providerId,
      name: null,
      description: null,
      permissions: { type: 'service_account_default' },
      enabled: true,
      created_at: sec(0),
      updated_at: sec(0),
    };
    const made = await rules.create(providerId, wish);
    expect(made).toEqual(expected);
    clock.advance(1000);
    const restricted = { type: 'restricted' as const, scopes: ['api.model.request'] };
    const changed = await rules.update(made.id, { ...at, name: 'deploy', permissions: restricted, enabled: false });
    expect(changed).toMatchObject({ name: 'deploy', permissions: restricted, enabled: false });
    expect(changed.updated_at).toBe(made.created_at + 1);
    expect((await rules.update(made.id, { ...at, name: null })).name).toBeNull();
    const gone = await rules.delete(made.id, at);
    expect(gone).toEqual({
      object: 'organization.workload_identity_federation_rule.deleted',
      id: made.id,
      deleted: true,
    });
    await expect(rules.retrieve(made.id, at)).rejects.toBeInstanceOf(NotFoundError);
  });

  it('are found through their own provider and by their account', async () => {
    const { rules, call, organization } = await openRules();
    const made = await rules.create(providerId, wish);
    const elsewhere = rules.retrieve(made.id, { workload_identity_provider_id: 'wip_other' });
    await expect(elsewhere).rejects.toBeInstanceOf(NotFoundError);
    expect((await rules.list(providerId, { service_account_id: ids.worker })).data).toHaveLength(1);
    expect((await rules.list(providerId, { service_account_id: 'user-nope' })).data).toEqual([]);
    expect((await rules.list('wip_other')).data).toEqual([]);
    await organization.projects.serviceAccounts.delete(ids.worker, { project_id: ids.web });
    expect(
      (await call('GET', `/organization/workload_identity_providers/${providerId}/federation_rules`)).json,
    ).toMatchObject({
      data: [],
    });
  });

  it.each([
    [{ ...wish, service_account_id: 'user-nope' }, 404, /Service account user-nope not found/],
    [{ ...wish, project_id: ids.defaultProject }, 404, /not found/],
    [{ ...wish, permissions: { type: 'restricted', scopes: [] } }, 400, /minimum of 1/],
    [{ ...wish, attribute_matchers: { x: null } }, 400, /attribute_matchers/],
  ])('are not made from %j', async (body, status, message) => {
    const { call } = await openRules();
    const answer = await call('POST', rules, { body });
    expect(answer.status).toBe(status);
    expect(answer.error.message).toMatch(message);
  });
});
