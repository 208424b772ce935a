import { BadRequestError, NotFoundError } from 'openai';
import { describe, expect, it } from 'vitest';

import { openEmulator } from '../open-emulator.ts';
import { ids } from '../small-seed.ts';

const organizationOwner = 'role-api-organization-owner__api-organization__org-small';
const organizationReader = 'role-api-organization-reader__api-organization__org-small';
const at = { project_id: ids.web };

describe('roles that somebody has', () => {
  it('are the level, what was assigned and what comes through groups, each with its source', async () => {
    const { organization, sec } = await openEmulator();
    await organization.users.roles.create(ids.lin, { role_id: ids.usageRole });
    const { data } = await organization.users.roles.list(ids.lin);
    expect(data.map(({ id, assignment_sources }) => [id, assignment_sources])).toEqual([
      [organizationReader, [{ principal_id: ids.lin, principal_type: 'user' }]],
      [
        ids.usageRole,
        [
          { principal_id: ids.lin, principal_type: 'user' },
          { principal_id: ids.ownGroup, principal_type: 'group' },
        ],
      ],
    ]);
    expect(data[1]).toEqual({
      id: ids.usageRole,
      name: 'Usage reader',
      description: 'Sees costs',
      permissions: ['api.usage.read'],
      resource_type: 'api.organization',
      predefined_role: false,
      created_at: sec(-55),
      updated_at: sec(-55),
      created_by: ids.ada,
      created_by_user_obj: { id: ids.ada, name: 'Ada North', email: 'ada@small.example' },
      metadata: {},
      assignment_sources: expect.any(Array),
    });
  });

  it('are given to a user and taken again', async () => {
    const { organization } = await openEmulator();
    const given = await organization.users.roles.create(ids.scim, { role_id: ids.usageRole });
    expect(given).toMatchObject({ object: 'user.role', user: { id: ids.scim }, role: { id: ids.usageRole } });
    expect(await organization.users.roles.retrieve(ids.usageRole, { user_id: ids.scim })).toMatchObject({
      name: 'Usage reader',
    });
    const taken = await organization.users.roles.delete(ids.usageRole, { user_id: ids.scim });
    expect(taken).toEqual({ object: 'user.role.deleted', deleted: true });
    const gone = organization.users.roles.retrieve(ids.usageRole, { user_id: ids.scim });
    await expect(gone).rejects.toBeInstanceOf(NotFoundError);
  });

  it('are given to a group, which calls its flag by another name here', async () => {
    const { organization } = await openEmulator();
    const given = await organization.groups.roles.create(ids.scimGroup, { role_id: ids.usageRole });
    expect(given).toMatchObject({ object: 'group.role', group: { id: ids.scimGroup, scim_managed: true } });
    expect((await organization.groups.roles.list(ids.scimGroup)).data.map(({ id }) => id)).toEqual([ids.usageRole]);
    const taken = await organization.groups.roles.delete(ids.usageRole, { group_id: ids.scimGroup });
    expect(taken).toEqual({ object: 'group.role.deleted', deleted: true });
  });

  it('in a project belong to who is in it: members, service accounts, groups and their people', async () => {
    const { organization, call } = await openEmulator();
    const listed = async (id: string): Promise<string[]> =>
      (await organization.projects.users.roles.list(id, at)).data.map((role) => role.id);
    expect(await listed(ids.lin)).toEqual(['role-api-project-member', 'role-api-project-viewer']);
    expect(await listed(ids.worker)).toEqual(['role-api-project-member']);
    await organization.projects.users.delete(ids.lin, at);
    expect(await listed(ids.lin)).toEqual(['role-api-project-viewer']);
    expect((await call('GET', `/projects/${ids.web}/users/${ids.scim}/roles`)).status).toBe(404);
    const given = await organization.projects.users.roles.create(ids.worker, { ...at, role_id: ids.keysRole });
    expect(given.user).toMatchObject({ id: ids.worker, is_service_account: true });
    await organization.projects.groups.roles.create(ids.ownGroup, { ...at, role_id: ids.keysRole });
    expect((await organization.projects.groups.roles.list(ids.ownGroup, at)).data).toHaveLength(2);
    expect(await organization.projects.groups.roles.retrieve(ids.keysRole, { ...at, group_id: ids.ownGroup })).toEqual(
      expect.objectContaining({ name: 'Key reader' }),
    );
    await organization.projects.groups.roles.delete(ids.keysRole, { ...at, group_id: ids.ownGroup });
    expect((await call('GET', `/projects/${ids.web}/groups/${ids.scimGroup}/roles`)).status).toBe(404);
  });

  it('raise and lower the level when they are the built-in one above it', async () => {
    const { organization } = await openEmulator();
    await organization.users.roles.create(ids.lin, { role_id: organizationOwner });
    expect((await organization.users.retrieve(ids.lin)).role).toBe('owner');
    await organization.users.roles.delete(organizationOwner, { user_id: ids.lin });
    expect((await organization.users.retrieve(ids.lin)).role).toBe('reader');
    await organization.projects.users.roles.create(ids.worker, { ...at, role_id: 'role-api-project-owner' });
    expect((await organization.projects.serviceAccounts.retrieve(ids.worker, at)).role).toBe('owner');
    await organization.projects.users.roles.create(ids.lin, { ...at, role_id: 'role-api-project-owner' });
    await organization.projects.users.roles.delete('role-api-project-owner', { ...at, user_id: ids.lin });
    expect((await organization.projects.users.retrieve(ids.lin, at)).role).toBe('member');
  });

  it.each([
    {
      why: 'taken from who has them through a group',
      take: `users/${ids.lin}/roles/${ids.usageRole}`,
      message: /inherited/,
    },
    {
      why: 'taken when they are the least one can have',
      take: `users/${ids.lin}/roles/${organizationReader}`,
      message: /least/,
    },
    { why: 'taken from the last owner', take: `users/${ids.ada}/roles/${organizationOwner}`, message: /last owner/ },
    { why: 'given twice', give: `groups/${ids.ownGroup}/roles`, role_id: ids.usageRole, message: /already assigned/ },
    {
      why: 'raised for people of another system',
      give: `users/${ids.scim}/roles`,
      role_id: organizationOwner,
      message: /identity/,
    },
  ])('are not $why', async ({ take, give, role_id, message }) => {
    const { call } = await openEmulator();
    const { status, error } =
      give === undefined
        ? await call('DELETE', `/organization/${take}`)
        : await call('POST', `/organization/${give}`, { body: { role_id } });
    expect(status).toBe(400);
    expect(error.message).toMatch(message);
  });

  it('are named by id, and a role of a project is none of the organization', async () => {
    const { organization } = await openEmulator();
    for (const role_id of ['owner', 'Usage reader', ids.keysRole, 'role-api-project-member']) {
      const given = organization.users.roles.create(ids.lin, { role_id });
      await expect(given).rejects.toMatchObject({ status: 404, param: 'role_id' });
    }
    const archived = organization.projects.users.roles.create(ids.lin, { project_id: ids.old, role_id: ids.keysRole });
    await expect(archived).rejects.toBeInstanceOf(BadRequestError);
  });
});
