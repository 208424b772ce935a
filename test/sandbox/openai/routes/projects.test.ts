import type { Project } from 'openai/resources/admin/organization/projects/projects';
import { describe, expect, it } from 'vitest';

import { openEmulator } from '../open-emulator.ts';
import { ids } from '../small-seed.ts';

describe('projects', () => {
  it('lists what is open, newest first, and what is archived only when asked', async () => {
    const { organization } = await openEmulator();
    const open = await organization.projects.list();
    expect(open.data.map(({ id }) => id)).toEqual([ids.web, ids.defaultProject]);
    const all = await organization.projects.list({ include_archived: true });
    expect(all.data.map(({ id }) => id)).toEqual([ids.web, ids.old, ids.defaultProject]);
  });

  it('shows one in the shape of the reference', async () => {
    const { organization, sec } = await openEmulator();
    const expected: Project = {
      id: ids.old,
      object: 'organization.project',
      name: 'old',
      created_at: sec(-200),
      archived_at: sec(-20),
      status: 'archived',
      external_key_id: null,
      residency: 'GLOBAL',
    };
    expect(await organization.projects.retrieve(ids.old)).toEqual(expected);
  });

  it('creates one that the owners of the organization own', async () => {
    const { organization, sec } = await openEmulator();
    const created = await organization.projects.create({ name: 'new', residency: 'EU_STORAGE_PROCESSING' });
    expect(created).toMatchObject({
      name: 'new',
      status: 'active',
      created_at: sec(0),
      residency: 'EU_STORAGE_PROCESSING',
    });
    const users = await organization.projects.users.list(created.id);
    expect(users.data).toMatchObject([{ id: ids.ada, role: 'owner' }]);
  });

  it('renames one', async () => {
    const { organization } = await openEmulator();
    await organization.projects.update(ids.web, { name: 'website' });
    expect((await organization.projects.retrieve(ids.web)).name).toBe('website');
  });

  it('archives one for good, with everything in it', async () => {
    const { organization, call, sec } = await openEmulator();
    const archived = await organization.projects.archive(ids.web);
    expect(archived).toMatchObject({ status: 'archived', archived_at: sec(0) });
    expect((await organization.projects.apiKeys.list(ids.web, { owner_project_access: 'any' })).data).toEqual([]);
    for (const [method, path] of [
      ['POST', `/organization/projects/${ids.web}/archive`],
      ['GET', `/organization/projects/${ids.web}/users`],
      ['GET', `/organization/projects/${ids.web}/service_accounts`],
      ['DELETE', `/organization/projects/${ids.web}/api_keys/${ids.linKey}`],
    ] as const) {
      const { status, error } = await call(method, path);
      expect([status, error.message]).toEqual([400, `Project ${ids.web} is archived.`]);
    }
  });

  it('leaves the default project as it is', async () => {
    const { call } = await openEmulator();
    for (const path of [ids.defaultProject, `${ids.defaultProject}/archive`]) {
      const body = path.endsWith('archive') ? undefined : { name: 'mine' };
      const { status, error } = await call('POST', `/organization/projects/${path}`, { body });
      expect([status, error.message]).toEqual([400, 'The default project cannot be modified.']);
    }
  });

  it.each([
    [{}, "Missing required parameter: 'name'."],
    [{ name: 'x', residency: 'MARS' }, /^Invalid value: 'MARS'/],
    [{ name: 'x', residency: 'GLOBAL', geography: 'US' }, /Only one of/],
    [{ name: 'x', external_key_id: 'extkey_1' }, /not enrolled/],
  ])('refuses to create one from %j', async (body, message) => {
    const { call, emulator } = await openEmulator();
    const { status, error } = await call('POST', '/organization/projects', { body });
    expect(status).toBe(400);
    expect(error.message).toMatch(message);
    expect(emulator.board().projects).toHaveLength(3);
  });
});
