import type { AuditLogListParams } from 'openai/resources/admin/organization/audit-logs';
import { describe, expect, it } from 'vitest';

import { type Bench, openEmulator } from '../open-emulator.ts';
import { ids } from '../small-seed.ts';

async function typesOf(bench: Bench, query: AuditLogListParams): Promise<string[]> {
  return (await bench.organization.auditLogs.list(query)).data.map(({ type }) => type);
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

    const { data } = await organization.auditLogs.list({ actor_ids: [ids.botAdminKey], limit: 100 });
    const told = data.toReversed().map((event) => [event.type, Reflect.get(event, event.type)]);
    expect(told).toEqual([
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

  it('says nothing of reads and of refused changes', async () => {
    const { call, organization } = await openEmulator();
    await organization.projects.list();
    await call('POST', `/organization/projects/${ids.defaultProject}/archive`);
    expect((await organization.auditLogs.list({ actor_ids: [ids.botAdminKey] })).data).toEqual([]);
  });

  it('keeps tenant events, such as those of admin keys, apart', async () => {
    const bench = await openEmulator();
    const created = await bench.organization.adminAPIKeys.create({ name: 'spare' });
    await bench.organization.adminAPIKeys.delete(created.id);
    expect(await typesOf(bench, {})).toEqual(['login.succeeded', 'service_account.created']);
    expect(await typesOf(bench, { tenant_only: true })).toEqual([
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
