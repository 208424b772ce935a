import { BadRequestError } from 'openai';
import type { Role } from 'openai/resources/admin/organization/roles';
import { describe, expect, it } from 'vitest';

import { openEmulator } from '../open-emulator.ts';
import { ids } from '../small-seed.ts';

describe('roles', () => {
  it('of the organization are made, changed and deleted; what is sent as role_name is answered as name', async () => {
    const { organization, call } = await openEmulator();
    const expected: Role = {
      object: 'role',
      id: expect.stringMatching(/^role_/),
      name: 'Group manager',
      description: 'Manages groups',
      permissions: ['api.groups.read', 'api.groups.write'],
      resource_type: 'api.organization',
      predefined_role: false,
    };
    const { name: role_name, description, permissions } = expected;
    const made = await organization.roles.create({ role_name, description, permissions });
    expect(made).toEqual(expected);
    const changed = await organization.roles.update(made.id, { permissions: [], description: null });
    expect(changed).toEqual({ ...expected, id: made.id, permissions: [], description: null });
    expect(await organization.roles.retrieve(made.id)).toEqual(changed);
    expect(await organization.roles.delete(made.id)).toEqual({ object: 'role.deleted', id: made.id, deleted: true });
    expect((await call('GET', `/organization/roles/${made.id}`)).status).toBe(404);
  });

  it('of a project are another list, below another path', async () => {
    const { organization, call } = await openEmulator();
    const idsOf = async (rows: AsyncIterable<Role>): Promise<string[]> => {
      const found = [];
      for await (const { id } of rows) found.push(id);
      return found;
    };
    expect(await idsOf(organization.roles.list({ limit: 2 }))).toEqual([
      'role-api-organization-owner__api-organization__org-small',
      'role-api-organization-reader__api-organization__org-small',
      ids.usageRole,
    ]);
    expect(await idsOf(organization.projects.roles.list(ids.web, { limit: 2 }))).toEqual([
      'role-api-project-owner',
      'role-api-project-member',
      'role-api-project-viewer',
      ids.keysRole,
    ]);
    const made = await organization.projects.roles.create(ids.web, { role_name: 'Only here', permissions: [] });
    expect(made.resource_type).toBe('api.project');
    expect((await call('GET', `/organization/roles/${made.id}`)).status).toBe(404);
    expect((await call('GET', `/projects/${ids.defaultProject}/roles/${made.id}`)).status).toBe(404);
    await organization.projects.roles.delete(made.id, { project_id: ids.web });
  });

  it('that are built in show it, answer to their longer id too, and refuse every change', async () => {
    const { organization } = await openEmulator();
    const at = { project_id: ids.web };
    const member = await organization.projects.roles.retrieve(`role-api-project-member__api-project__${ids.web}`, at);
    expect(member).toMatchObject({ id: 'role-api-project-member', name: 'Project Member', predefined_role: true });
    const change = organization.projects.roles.update(member.id, { ...at, role_name: 'Mine' });
    await expect(change).rejects.toBeInstanceOf(BadRequestError);
    await expect(organization.projects.roles.delete(member.id, at)).rejects.toThrow(/Predefined roles/);
  });

  it('are taken from everybody who has them when they are deleted', async () => {
    const { organization } = await openEmulator();
    await organization.roles.delete(ids.usageRole);
    expect((await organization.groups.roles.list(ids.ownGroup)).data).toEqual([]);
  });

  it.each([
    ['/organization/roles', { permissions: [] }, /Missing required parameter: 'role_name'/],
    ['/organization/roles', { role_name: 'x' }, /Missing required parameter: 'permissions'/],
    [`/organization/roles/${ids.usageRole}`, {}, /At least one/],
    [`/projects/${ids.old}/roles`, { role_name: 'x', permissions: [] }, /is archived/],
  ])('are not made at %s from %j', async (path, body, message) => {
    const { call } = await openEmulator();
    const { status, error } = await call('POST', path, { body });
    expect(status).toBe(400);
    expect(error.message).toMatch(message);
  });
});
