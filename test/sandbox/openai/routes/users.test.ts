import type { OrganizationUser } from 'openai/resources/admin/organization/users/users';
import { describe, expect, it } from 'vitest';

import { openEmulator } from '../open-emulator.ts';
import { ids } from '../small-seed.ts';

describe('users of the organization', () => {
  it('are listed with service accounts and without who has left', async () => {
    const { organization } = await openEmulator();
    const { data } = await organization.users.list();
    expect(data.map(({ id }) => id)).toEqual([ids.robot, ids.scim, ids.lin, ids.ada]);
    expect(data[0]).toMatchObject({ name: null, email: null, is_service_account: true });
    expect(data[0]).not.toHaveProperty('user');
  });

  it('are found by their addresses, in brackets or without', async () => {
    const { organization, call } = await openEmulator();
    const { data } = await organization.users.list({ emails: ['lin@small.example', 'gia@small.example'] });
    expect(data.map(({ id }) => id)).toEqual([ids.lin]);
    const plain = await call('GET', '/organization/users?emails=lin@small.example&emails=ada@small.example');
    expect(plain.json['data']).toMatchObject([{ id: ids.lin }, { id: ids.ada }]);
  });

  it('are shown with their projects', async () => {
    const { organization, sec } = await openEmulator();
    const expected: OrganizationUser = {
      object: 'organization.user',
      id: ids.lin,
      name: 'Lin East',
      email: 'lin@small.example',
      role: 'reader',
      added_at: sec(-200),
      created: sec(-200),
      is_default: false,
      is_service_account: false,
      is_scim_managed: false,
      is_scale_tier_authorized_purchaser: null,
      api_key_last_used_at: sec(-1 / 24),
      technical_level: null,
      developer_persona: null,
      user: {
        object: 'user',
        id: ids.lin,
        email: 'lin@small.example',
        name: 'Lin East',
        picture: null,
        enabled: true,
        banned: false,
        banned_at: null,
      },
      projects: { object: 'list', data: [{ id: ids.web, name: 'web', role: 'member' }] },
    };
    expect(await organization.users.retrieve(ids.lin)).toEqual(expected);
  });

  it('change their role', async () => {
    const { organization } = await openEmulator();
    expect((await organization.users.update(ids.lin, { role: 'owner' })).role).toBe('owner');
  });

  it('take a role by its id: a level, or one more beside it', async () => {
    const { organization, call } = await openEmulator();
    const level = (name: string) => `role-api-organization-${name}__api-organization__org-small`;
    expect((await organization.users.update(ids.lin, { role_id: level('owner') })).role).toBe('owner');
    expect((await organization.users.update(ids.lin, { role_id: ids.usageRole, technical_level: 'high' })).role).toBe(
      'owner',
    );
    const { data } = await organization.users.roles.list(ids.lin);
    expect(data.map(({ id }) => id)).toEqual([level('owner'), ids.usageRole]);
    expect((await organization.users.update(ids.lin, { role_id: level('reader') })).role).toBe('reader');
    const { error } = await call('POST', `/organization/users/${ids.ada}`, { body: { role_id: level('reader') } });
    expect(error.message).toMatch(/last owner/);
    const raised = await call('POST', `/organization/users/${ids.scim}`, { body: { role_id: level('owner') } });
    expect(raised.error.message).toMatch(/identity provider/);
  });

  it('leave with their memberships, and their keys stay behind inactive', async () => {
    const { organization, call } = await openEmulator();
    expect(await organization.users.delete(ids.lin)).toEqual({
      object: 'organization.user.deleted',
      id: ids.lin,
      deleted: true,
    });
    expect((await call('GET', `/organization/users/${ids.lin}`)).status).toBe(404);
    const key = await organization.projects.apiKeys.retrieve(ids.linKey, { project_id: ids.web });
    expect(key).toMatchObject({ owner_project_access: 'inactive', owner: { user: { email: 'lin@small.example' } } });
  });

  it.each([
    { method: 'DELETE', user: ids.ada, body: undefined, message: /last owner/ },
    { method: 'POST', user: ids.ada, body: { role: 'reader' }, message: /last owner/ },
    { method: 'DELETE', user: ids.scim, body: undefined, message: /identity provider/ },
    { method: 'POST', user: ids.scim, body: { role: 'owner' }, message: /identity provider/ },
    { method: 'POST', user: ids.lin, body: {}, message: /At least one/ },
    { method: 'POST', user: ids.lin, body: { role_id: 'role_1' }, message: /not found/ },
  ])('stay as they are: $method $user $body', async ({ method, user, body, message }) => {
    const { call } = await openEmulator();
    const { status, error } = await call(method, `/organization/users/${user}`, { body });
    expect(status).toBe(400);
    expect(error.message).toMatch(message);
  });
});
