import type { AuditLogListParams } from 'openai/resources/admin/organization/audit-logs';
import { describe, expect, it } from 'vitest';

import { type Bench, openEmulator } from '../open-emulator.ts';
import { goodPem, pemOf } from '../pem-lines.ts';
import { ids, smallSeed } from '../small-seed.ts';

async function typesOf(bench: Bench, query: AuditLogListParams): Promise<string[]> {
  return (await bench.organization.auditLogs.list(query)).data.map(({ type }) => type);
}

/** What the bot's key did, oldest first: each type with its payload. */
async function told(organization: Bench['organization']): Promise<readonly unknown[]> {
  const { data } = await organization.auditLogs.list({ actor_ids: [ids.botAdminKey], limit: 100 });
  return data.toReversed().map((event) => [event.type, Reflect.get(event, event.type)]);
}

describe('the audit log', () => {
  it('tells of a change with the admin key as actor, booked on the default project', async () => {
    const { organization, sec } = await openEmulator();
    const archived = await organization.projects.archive(ids.web);
    const { data } = await organization.auditLogs.list({ limit: 1 });
    expect(data[0]).toEqual({
      id: expect.stringMatching(/^audit_log-\w+_20261123$/),
      type: 'project.archived',
      effective_at: sec(0),
      actor: {
        type: 'api_key',
        api_key: { id: ids.botAdminKey, type: 'user', user: { id: ids.ada, email: 'ada@small.example' } },
      },
      project: { id: ids.defaultProject, name: 'Default project' },
      'project.archived': { id: archived.id },
    });
  });

  it('tells of every kind of change in its own words', async () => {
    const { organization, emulator } = await openEmulator();
    const at = { project_id: ids.web };
    const project = await organization.projects.create({ name: 'p' });
    await organization.projects.update(project.id, { name: 'q' });
    await organization.projects.users.create(ids.web, { user_id: ids.scim, role: 'member' });
    await organization.projects.users.update(ids.scim, { ...at, role: 'owner' });
    await organization.projects.users.delete(ids.scim, at);
    const account = await organization.projects.serviceAccounts.create(ids.web, { name: 's' });
    await organization.projects.serviceAccounts.update(account.id, { ...at, role: 'owner' });
    await organization.projects.serviceAccounts.delete(account.id, at);
    const scopes = ['api.all.read'];
    const key = await organization.projects.serviceAccounts.apiKeys.create(ids.worker, { ...at, scopes });
    await organization.projects.apiKeys.update(key.id, { ...at, scopes: [], expires_in_seconds: 60 });
    await organization.projects.apiKeys.delete(key.id, at);
    const invite = await organization.invites.create({ email: 'i@small.example', role: 'reader', projects: [] });
    await organization.invites.delete(invite.id);
    await organization.users.update(ids.lin, { role: 'owner' });
    await organization.users.delete(ids.lin);

    expect(await told(organization)).toEqual([
      ['project.created', { id: project.id, data: { name: 'p', title: 'p' } }],
      ['project.updated', { id: project.id, changes_requested: { title: 'q' } }],
      ['user.added', { id: ids.scim, data: { role: 'member' } }],
      ['user.updated', { id: ids.scim, changes_requested: { role: 'owner' } }],
      ['user.deleted', { id: ids.scim }],
      ['service_account.created', { id: account.id, data: { role: 'member' } }],
      ['api_key.created', { id: account.api_key?.id, data: { scopes: [] } }],
      ['service_account.updated', { id: account.id, changes_requested: { role: 'owner' } }],
      ['service_account.deleted', { id: account.id }],
      ['api_key.created', { id: key.id, data: { scopes } }],
      ['api_key.updated', { id: key.id, changes_requested: { scopes: [], expires_in_seconds: 60 } }],
      ['api_key.deleted', { id: key.id }],
      ['invite.sent', { id: invite.id, data: { email: 'i@small.example', role: 'reader' } }],
      ['invite.deleted', { id: invite.id }],
      ['user.updated', { id: ids.lin, changes_requested: { role: 'owner' } }],
      ['user.deleted', { id: ids.lin }],
    ]);
    expect(emulator.board().auditLog[0]).toMatchObject({ type: 'user.deleted', actor: 'admin key bot' });
  });

  it('tells of every kind of change of access in its own words', async () => {
    const { organization } = await openEmulator();
    const at = { project_id: ids.web };
    const group = await organization.groups.create({ name: 'g' });
    await organization.groups.update(group.id, { name: 'h' });
    const role = await organization.roles.create({ role_name: 'r', permissions: ['a', 'b'] });
    await organization.roles.update(role.id, { role_name: 's', permissions: ['b', 'c'] });
    await organization.groups.roles.create(group.id, { role_id: role.id });
    await organization.groups.roles.delete(role.id, { group_id: group.id });
    await organization.projects.groups.create(ids.web, { group_id: group.id, role: ids.keysRole });
    await organization.projects.groups.delete(group.id, at);
    await organization.projects.users.roles.create(ids.worker, { ...at, role_id: ids.keysRole });
    await organization.roles.delete(role.id);
    await organization.groups.delete(group.id);

    const resource = { resource_id: 'org-small', resource_type: 'api.organization' };
    const ofGroup = { id: expect.stringMatching(/^ra_/), principal_id: group.id, principal_type: 'group' };
    const inWeb = { resource_id: ids.web, resource_type: 'api.project' };
    expect(await told(organization)).toEqual([
      ['group.created', { id: group.id, data: { group_name: 'g' } }],
      ['group.updated', { id: group.id, changes_requested: { group_name: 'h' } }],
      ['role.created', { id: role.id, role_name: 'r', permissions: ['a', 'b'], ...resource }],
      [
        'role.updated',
        {
          id: role.id,
          changes_requested: { role_name: 's', permissions_added: ['c'], permissions_removed: ['a'], ...resource },
        },
      ],
      ['role.assignment.created', { ...ofGroup, ...resource }],
      ['role.assignment.deleted', { ...ofGroup, ...resource }],
      ['role.assignment.created', { ...ofGroup, ...inWeb }],
      ['role.assignment.deleted', { ...ofGroup, ...inWeb }],
      [
        'role.assignment.created',
        { ...ofGroup, principal_id: ids.worker, principal_type: 'service_account', ...inWeb },
      ],
      ['role.deleted', { id: role.id }],
      ['group.deleted', { id: group.id }],
    ]);
  });

  it('tells of every kind of change of limits and trust in its own words', async () => {
    const { organization } = await openEmulator({}, { ...smallSeed, hasExternalKeyManagement: true });
    const at = { project_id: ids.web };
    await organization.projects.rateLimits.updateRateLimit('rl-gpt-6-astra', { ...at, max_requests_per_1_minute: 5 });
    const certificate = pemOf(goodPem);
    const { id: certificateId } = await organization.certificates.create({ certificate, name: 'c' });
    await organization.certificates.update(certificateId, { name: 'd' });
    await organization.certificates.activate({ certificate_ids: [certificateId] });
    await organization.certificates.deactivate({ certificate_ids: [certificateId] });
    await organization.certificates.delete(certificateId);
    const oci = { type: 'oci' as const, region: 'r' };
    const key = await organization.externalKeys.create({ ...oci, name: 'k', vault_ocid: 'v', key_ocid: 'o' });
    await organization.externalKeys.delete(key.id);
    const provider = { ...oci, bucket: 'b', tenancy_ocid: 't' };
    const storage = await organization.externalStorage.create({ ...at, provider });
    await organization.externalStorage.delete(storage.id);
    const oidc = { type: 'oidc' as const, name: 'ci', issuer: 'i', audience: 'a' };
    const { id: wip } = await organization.workloadIdentityProviders.create(oidc);
    await organization.workloadIdentityProviders.update(wip, { enabled: false });
    const rules = organization.workloadIdentityProviders.federationRules;
    const rule = { ...at, service_account_id: ids.worker, attribute_matchers: {} };
    const { id: wifr } = await rules.create(wip, rule);
    await rules.update(wifr, { workload_identity_provider_id: wip, enabled: false });
    await rules.delete(wifr, { workload_identity_provider_id: wip });
    await organization.workloadIdentityProviders.delete(wip);

    const renamed = { id: certificateId, name: 'd' };
    const mapping = { id: wifr, identity_provider_id: wip };
    expect(await told(organization)).toEqual([
      ['rate_limit.updated', { id: 'rl-gpt-6-astra', changes_requested: { max_requests_per_1_minute: 5 } }],
      ['certificate.created', { id: certificateId, name: 'c' }],
      ['certificate.updated', renamed],
      ['certificates.activated', { certificates: [renamed] }],
      ['certificates.deactivated', { certificates: [renamed] }],
      ['certificate.deleted', { ...renamed, certificate }],
      ['external_key.registered', { id: key.id, data: { name: 'k', type: 'oci' } }],
      ['external_key.removed', { id: key.id }],
      ['external_storage.registered', { id: storage.id, data: { geography: 'us', provider } }],
      ['external_storage.removed', { id: storage.id }],
      ['workload_identity_provider.created', { id: wip, data: { name: 'ci', issuer: 'i', audience: 'a' } }],
      ['workload_identity_provider.updated', { id: wip, changes_requested: { enabled: false } }],
      [
        'workload_identity_provider_mapping.created',
        { ...mapping, data: { ...rule, enabled: true, permissions: { type: 'service_account_default' } } },
      ],
      ['workload_identity_provider_mapping.updated', { ...mapping, changes_requested: { enabled: false } }],
      ['workload_identity_provider_mapping.deleted', { ...mapping, ...at, service_account_id: ids.worker }],
      ['workload_identity_provider.deleted', { id: wip, name: 'ci' }],
    ]);
    const switched = await organization.auditLogs.list({ resource_ids: [certificateId] });
    expect(switched.data).toHaveLength(5);
  });

  it('says nothing of spend, permissions, tiers and retention', async () => {
    const { organization } = await openEmulator();
    const amount = { threshold_amount: 500, currency: 'USD' as const, interval: 'month' as const };
    const channel = { type: 'email' as const, recipients: ['ada@small.example'] };
    for (const place of [organization, organization.projects]) {
      const asFirst = place === organization ? [] : [ids.web];
      await Reflect.apply(place.spendLimit.update, place.spendLimit, [...asFirst, amount]);
      const alert = { ...amount, notification_channel: channel };
      await Reflect.apply(place.spendAlerts.create, place.spendAlerts, [...asFirst, alert]);
      await Reflect.apply(place.dataRetention.update, place.dataRetention, [
        ...asFirst,
        { retention_type: 'zero_data_retention' },
      ]);
    }
    const { modelPermissions, hostedToolPermissions, serviceTierSettings, spendLimit } = organization.projects;
    await modelPermissions.update(ids.web, { mode: 'deny_list', model_ids: [] });
    await modelPermissions.delete(ids.web);
    await hostedToolPermissions.update(ids.web, { mcp: { enabled: false } });
    await serviceTierSettings.update(ids.web, { default: 'fast' });
    await spendLimit.delete(ids.web);
    expect(await told(organization)).toEqual([]);
  });

  it('says nothing of reads and of refused changes', async () => {
    const { call, organization } = await openEmulator();
    await organization.projects.list();
    await call('POST', `/organization/projects/${ids.defaultProject}/archive`);
    expect((await organization.auditLogs.list({ actor_ids: [ids.botAdminKey] })).data).toEqual([]);
  });

  it('keeps tenant events, such as those of admin keys and of members of groups, apart', async () => {
    const bench = await openEmulator();
    const created = await bench.organization.adminAPIKeys.create({ name: 'spare' });
    await bench.organization.adminAPIKeys.delete(created.id);
    await bench.organization.groups.users.create(ids.ownGroup, { user_id: ids.ada });
    await bench.organization.groups.users.delete(ids.ada, { group_id: ids.ownGroup });
    expect(await typesOf(bench, {})).toEqual(['login.succeeded', 'service_account.created']);
    expect(await typesOf(bench, { tenant_only: true })).toEqual([
      'tenant.group.member.removed',
      'tenant.group.member.added',
      'tenant.admin_api_key.deleted',
      'tenant.admin_api_key.created',
      'tenant.role_assignment.created',
    ]);
    const mixed = bench.organization.auditLogs.list({ tenant_only: true, event_types: ['project.created'] });
    await expect(mixed).rejects.toMatchObject({ status: 400, param: 'event_types' });
  });

  it.each([
    [{ event_types: ['login.succeeded'] }, ['login.succeeded']],
    [{ actor_emails: ['ada@small.example'] }, ['login.succeeded']],
    [{ actor_ids: [ids.ada] }, ['login.succeeded']],
    [{ actor_ids: [ids.otherAdminKey] }, ['service_account.created']],
    [{ actor_ids: [ids.robot] }, ['service_account.created']],
    [{ resource_ids: [ids.worker] }, ['service_account.created']],
    [{ project_ids: [ids.defaultProject] }, ['service_account.created']],
    [{ project_ids: [ids.web] }, []],
    [{ event_types: ['login.succeeded'], resource_ids: [ids.worker] }, []],
  ] as const)('is filtered by %j', async (query, expected) => {
    expect(await typesOf(await openEmulator(), JSON.parse(JSON.stringify(query)))).toEqual(expected);
  });

  it('is filtered by time with each kind of bound', async () => {
    const bench = await openEmulator();
    const login = bench.sec(-2 / 24);
    expect(await typesOf(bench, { effective_at: { gte: login } })).toEqual(['login.succeeded']);
    expect(await typesOf(bench, { effective_at: { gt: login } })).toEqual([]);
    expect(await typesOf(bench, { effective_at: { lt: login } })).toEqual(['service_account.created']);
    expect(await typesOf(bench, { effective_at: { gt: login - 1, lte: login } })).toEqual(['login.succeeded']);
  });

  it('is walked in both directions', async () => {
    const { organization } = await openEmulator();
    for (let count = 0; count < 5; count += 1) await organization.projects.update(ids.web, { name: `n${count}` });
    const all = (await organization.auditLogs.list()).data.map(({ id }) => id);
    expect(all).toHaveLength(7);
    const before = await organization.auditLogs.list({ before: all[5]!, limit: 2 });
    expect(before.data.map(({ id }) => id)).toEqual(all.slice(3, 5));
    expect(before.has_more).toBe(true);
    const after = await organization.auditLogs.list({ after: all[4]!, limit: 2 });
    expect(after.data.map(({ id }) => id)).toEqual(all.slice(5));
    expect(after.has_more).toBe(false);
  });
});
