import type { ProjectGroup } from 'openai/resources/admin/organization/projects/groups/groups';
import { describe, expect, it } from 'vitest';

import { openEmulator } from '../open-emulator.ts';
import { ids } from '../small-seed.ts';

const path = `/organization/projects/${ids.web}/groups`;
const member = 'role-api-project-member';

describe('groups of a project', () => {
  it('join with the id of a role, which only the roles of the group tell', async () => {
    const { organization, sec } = await openEmulator();
    const expected: ProjectGroup = {
      object: 'project.group',
      project_id: ids.web,
      group_id: ids.scimGroup,
      group_name: 'okta',
      group_type: 'tenant_group',
      created_at: sec(0),
    };
    const joined = await organization.projects.groups.create(ids.web, { group_id: ids.scimGroup, role: member });
    expect(joined).toEqual(expected);
    const roles = await organization.projects.groups.roles.list(ids.scimGroup, { project_id: ids.web });
    expect(roles.data.map(({ id }) => id)).toEqual([member]);
  });

  it('are walked in the order in which they joined, and leave with their roles', async () => {
    const { organization, call } = await openEmulator();
    await organization.projects.groups.create(ids.web, { group_id: ids.scimGroup, role: member });
    const walked: string[] = [];
    for await (const group of organization.projects.groups.list(ids.web, { limit: 1 })) walked.push(group.group_id);
    expect(walked).toEqual([ids.ownGroup, ids.scimGroup]);
    const gone = await organization.projects.groups.delete(ids.scimGroup, { project_id: ids.web });
    expect(gone).toEqual({ object: 'project.group.deleted', deleted: true });
    expect((await call('GET', `/projects/${ids.web}/groups/${ids.scimGroup}/roles`)).status).toBe(404);
    await organization.projects.groups.create(ids.web, { group_id: ids.scimGroup, role: 'role-api-project-viewer' });
    const roles = await organization.projects.groups.roles.list(ids.scimGroup, { project_id: ids.web });
    expect(roles.data.map(({ id }) => id)).toEqual(['role-api-project-viewer']);
  });

  it('of the tenant are found only when asked for as such', async () => {
    const { organization, call } = await openEmulator();
    await organization.projects.groups.create(ids.web, { group_id: ids.scimGroup, role: member });
    expect((await call('GET', `${path}/${ids.scimGroup}`)).status).toBe(404);
    const found = organization.projects.groups.retrieve(ids.scimGroup, {
      project_id: ids.web,
      group_type: 'tenant_group',
    });
    expect(await found).toMatchObject({ group_id: ids.scimGroup });
    expect((await call('GET', `${path}/${ids.ownGroup}`)).status).toBe(200);
  });

  it.each([
    { to: ids.web, body: { group_id: ids.ownGroup, role: member }, status: 400, message: /already exists in project/ },
    { to: ids.web, body: { group_id: ids.scimGroup, role: 'member' }, status: 400, message: /Role member not found/ },
    {
      to: ids.web,
      body: { group_id: ids.scimGroup, role: ids.usageRole },
      status: 400,
      message: /Role role_usage not found/,
    },
    { to: ids.web, body: { group_id: 'group_nope', role: member }, status: 404, message: /Group group_nope not found/ },
    { to: ids.defaultProject, body: { group_id: ids.ownGroup, role: member }, status: 400, message: /default project/ },
    { to: ids.old, body: { group_id: ids.ownGroup, role: member }, status: 400, message: /is archived/ },
  ])('do not join $to with $body', async ({ to, body, status, message }) => {
    const { call } = await openEmulator();
    const answer = await call('POST', `/organization/projects/${to}/groups`, { body });
    expect(answer.status).toBe(status);
    expect(answer.error.message).toMatch(message);
  });
});
