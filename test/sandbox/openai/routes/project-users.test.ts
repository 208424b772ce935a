import type { ProjectUser } from 'openai/resources/admin/organization/projects/users/users';
import { describe, expect, it } from 'vitest';

import { openEmulator } from '../open-emulator.ts';
import { ids } from '../small-seed.ts';

describe('users of a project', () => {
  it('are listed, the latest to join first', async () => {
    const { organization, sec } = await openEmulator();
    const expected: ProjectUser = {
      object: 'organization.project.user',
      id: ids.lin,
      name: 'Lin East',
      email: 'lin@small.example',
      role: 'member',
      added_at: sec(-99),
    };
    const { data } = await organization.projects.users.list(ids.web);
    expect(data[0]).toEqual(expected);
    expect(data.map(({ id }) => id)).toEqual([ids.lin, ids.ada]);
    expect(await organization.projects.users.retrieve(ids.lin, { project_id: ids.web })).toEqual(expected);
  });

  it.each([{ user_id: ids.scim }, { email: 'cy@small.example' }])('are added by %j', async (who) => {
    const { organization, sec } = await openEmulator();
    const added = await organization.projects.users.create(ids.web, { ...who, role: 'owner' });
    expect(added).toMatchObject({ id: ids.scim, role: 'owner', added_at: sec(0) });
  });

  it('change their role and leave', async () => {
    const { organization, call } = await openEmulator();
    const at = { project_id: ids.web };
    expect((await organization.projects.users.update(ids.lin, { ...at, role: 'owner' })).role).toBe('owner');
    const gone = await organization.projects.users.delete(ids.lin, at);
    expect(gone).toEqual({ object: 'organization.project.user.deleted', id: ids.lin, deleted: true });
    expect((await call('GET', `/organization/projects/${ids.web}/users/${ids.lin}`)).status).toBe(404);
  });

  it('come back without the roles that they had', async () => {
    const { organization } = await openEmulator();
    const at = { project_id: ids.web };
    await organization.projects.users.create(ids.web, { user_id: ids.scim, role: 'member' });
    await organization.projects.users.roles.create(ids.scim, { ...at, role_id: ids.keysRole });
    await organization.projects.users.delete(ids.scim, at);
    await organization.projects.users.create(ids.web, { user_id: ids.scim, role: 'member' });
    const { data } = await organization.projects.users.roles.list(ids.scim, at);
    expect(data.map(({ id }) => id)).toEqual(['role-api-project-member']);
  });

  it.each([
    [ids.web, { user_id: ids.lin, role: 'member' }, /already exists in project/],
    [ids.web, { user_id: ids.lin, email: 'lin@small.example', role: 'member' }, /Exactly one of/],
    [ids.web, { role: 'member' }, /Exactly one of/],
    [ids.web, { user_id: ids.gone, role: 'member' }, /not a member of this organization/],
    [ids.web, { user_id: ids.scim, role: 'king' }, /^Invalid value: 'king'/],
    [ids.defaultProject, { user_id: ids.lin, role: 'member' }, /default project/],
    [ids.old, { user_id: ids.lin, role: 'member' }, /is archived/],
  ])('are not added to %s with %j', async (project, body, message) => {
    const { call } = await openEmulator();
    const { status, error } = await call('POST', `/organization/projects/${project}/users`, { body });
    expect(status).toBe(400);
    expect(error.message).toMatch(message);
  });
});
