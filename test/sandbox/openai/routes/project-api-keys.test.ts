import type { ProjectAPIKey } from 'openai/resources/admin/organization/projects/api-keys';
import { describe, expect, it } from 'vitest';

import { openEmulator } from '../open-emulator.ts';
import { ids } from '../small-seed.ts';

const at = { project_id: ids.web };
const path = `/organization/projects/${ids.web}/api_keys`;

describe('keys of a project', () => {
  it('show a person or a service account as owner', async () => {
    const { organization, sec } = await openEmulator();
    const ofLin: ProjectAPIKey = {
      object: 'organization.project.api_key',
      id: ids.linKey,
      name: 'lin laptop',
      redacted_value: expect.stringMatching(/^sk-proj-\w{3}\.\.\.\w{4}$/),
      created_at: sec(-40),
      last_used_at: sec(-1 / 24),
      expires_at: null,
      owner_project_access: 'active',
      owner: {
        type: 'user',
        user: { id: ids.lin, email: 'lin@small.example', name: 'Lin East', created_at: sec(-200), role: 'member' },
      },
    };
    expect(await organization.projects.apiKeys.retrieve(ids.linKey, at)).toEqual(ofLin);
    const ofWorker = await organization.projects.apiKeys.retrieve(ids.workerKey, at);
    expect(ofWorker.owner).toEqual({
      type: 'service_account',
      service_account: { id: ids.worker, name: 'worker', created_at: sec(-50), role: 'member' },
    });
  });

  it.each([
    [undefined, [ids.expiredKey, ids.linKey, ids.workerKey]],
    ['active', [ids.expiredKey, ids.linKey, ids.workerKey]],
    ['inactive', [ids.goneKey]],
    ['any', [ids.expiredKey, ids.linKey, ids.workerKey, ids.goneKey]],
  ] as const)('are listed by what their owner can reach: %s', async (access, expected) => {
    const { organization } = await openEmulator();
    const query = access === undefined ? {} : { owner_project_access: access };
    const { data } = await organization.projects.apiKeys.list(ids.web, query);
    expect(data.map(({ id }) => id)).toEqual(expected);
  });

  it('become inactive, and stay alive, when their owner leaves the project', async () => {
    const { organization } = await openEmulator();
    await organization.projects.users.delete(ids.lin, at);
    expect(await organization.projects.apiKeys.retrieve(ids.linKey, at)).toMatchObject({
      owner_project_access: 'inactive',
    });
  });

  it('stay listed after they expire', async () => {
    const { organization, clock, sec } = await openEmulator();
    await organization.projects.apiKeys.update(ids.linKey, { ...at, expires_in_seconds: 60 });
    const expiresAt = sec(0) + 60;
    clock.advance(120_000);
    const { data } = await organization.projects.apiKeys.list(ids.web);
    expect(data.find(({ id }) => id === ids.linKey)?.expires_at).toBe(expiresAt);
  });

  it('take new scopes without ever showing them', async () => {
    const { organization } = await openEmulator();
    const updated = await organization.projects.apiKeys.update(ids.linKey, { ...at, scopes: [] });
    expect(updated).toMatchObject({ id: ids.linKey, expires_at: null });
    expect(updated).not.toHaveProperty('scopes');
  });

  it.each([
    [ids.linKey, {}, /At least one/],
    [ids.linKey, { scopes: null }, /Invalid type for 'scopes'/],
    [ids.linKey, { expires_in_seconds: null }, /Invalid type for 'expires_in_seconds'/],
    [ids.expiredKey, { expires_in_seconds: 60 }, /expired key/],
  ])('of %s are not updated with %j', async (key, body, message) => {
    const { call } = await openEmulator();
    const { status, error } = await call('POST', `${path}/${key}`, { body });
    expect(status).toBe(400);
    expect(error.message).toMatch(message);
  });

  it('are found only through their own project', async () => {
    const { call } = await openEmulator();
    const elsewhere = `/organization/projects/${ids.defaultProject}/api_keys/${ids.linKey}`;
    expect((await call('DELETE', elsewhere)).error).toMatchObject({ param: 'api_key_id', code: 'not_found' });
  });

  it('are deleted, whoever owns them', async () => {
    const { organization } = await openEmulator();
    for (const id of [ids.linKey, ids.workerKey]) {
      const gone = await organization.projects.apiKeys.delete(id, at);
      expect(gone).toEqual({ object: 'organization.project.api_key.deleted', id, deleted: true });
    }
    expect((await organization.projects.serviceAccounts.list(ids.web)).data).toHaveLength(1);
  });

  it('of service accounts are not deleted where the API refuses that', async () => {
    const { call, emulator } = await openEmulator({ serviceAccountKeyDeletion: 'refused' });
    expect((await call('DELETE', `${path}/${ids.workerKey}`)).status).toBe(400);
    expect((await call('DELETE', `${path}/${ids.linKey}`)).status).toBe(200);
    emulator.behaviour.serviceAccountKeyDeletion = 'allowed';
    expect((await call('DELETE', `${path}/${ids.workerKey}`)).status).toBe(200);
  });
});
