import { NotFoundError } from 'openai';
import type { Group } from 'openai/resources/admin/organization/groups/groups';
import { describe, expect, it } from 'vitest';

import { openEmulator } from '../open-emulator.ts';
import { ids } from '../small-seed.ts';

const groups = '/organization/groups';

describe('groups', () => {
  it('are made, renamed and deleted', async () => {
    const { organization, sec } = await openEmulator();
    const expected: Group & { object: string } = {
      object: 'group',
      id: expect.stringMatching(/^group_/),
      name: 'finops',
      created_at: sec(0),
      is_scim_managed: false,
      group_type: 'group',
    };
    const made = await organization.groups.create({ name: 'finops' });
    expect(made).toEqual(expected);
    expect(await organization.groups.retrieve(made.id)).toEqual(expected);
    const renamed = await organization.groups.update(made.id, { name: 'money' });
    expect(renamed).toMatchObject({ id: made.id, name: 'money' });
    expect(renamed).not.toHaveProperty('group_type');
    const gone = await organization.groups.delete(made.id);
    expect(gone).toEqual({ object: 'group.deleted', id: made.id, deleted: true });
    await expect(organization.groups.retrieve(made.id)).rejects.toBeInstanceOf(NotFoundError);
  });

  it('are walked oldest first by a cursor that is no id', async () => {
    const { organization, call } = await openEmulator();
    await organization.groups.create({ name: 'last' });
    const names: string[] = [];
    for await (const group of organization.groups.list({ limit: 1 })) names.push(group.name);
    expect(names).toEqual(['own', 'okta', 'last']);
    const { json } = await call('GET', `${groups}?limit=2&order=desc`);
    expect(json).toMatchObject({ has_more: true, data: [{ name: 'last' }, { name: 'okta' }] });
    expect(json['next']).not.toBe(ids.scimGroup);
    const rest = await call('GET', `${groups}?limit=2&order=desc&after=${String(json['next'])}`);
    expect(rest.json).toMatchObject({ has_more: false, next: null, data: [{ name: 'own' }] });
    expect((await call('GET', `${groups}?after=round`)).status).toBe(400);
    expect((await call('GET', `${groups}?limit=0`)).json).toMatchObject({ data: [], has_more: true, next: null });
  });

  it('take people in and let them go', async () => {
    const { organization, call } = await openEmulator();
    const joined = await organization.groups.users.create(ids.ownGroup, { user_id: ids.scim });
    expect(joined).toEqual({ object: 'group.user', user_id: ids.scim, group_id: ids.ownGroup });
    const { data } = await organization.groups.users.list(ids.ownGroup);
    expect(data).toEqual([
      { id: ids.scim, name: 'Cy South', email: 'cy@small.example' },
      { id: ids.lin, name: 'Lin East', email: 'lin@small.example' },
    ]);
    expect(await organization.groups.users.retrieve(ids.scim, { group_id: ids.ownGroup })).toMatchObject({
      is_service_account: false,
      picture: null,
      user_type: 'tenant_user',
    });
    const left = await organization.groups.users.delete(ids.lin, { group_id: ids.ownGroup });
    expect(left).toEqual({ object: 'group.user.deleted', deleted: true });
    expect((await call('GET', `${groups}/${ids.ownGroup}/users/${ids.lin}`)).status).toBe(404);
  });

  it.each([
    { path: `${groups}/${ids.ownGroup}/users`, body: { user_id: ids.lin }, message: /already exists in group/ },
    { path: `${groups}/${ids.ownGroup}/users`, body: { user_id: ids.gone }, message: /User user-gone not found/ },
    { path: groups, body: { name: 'x'.repeat(256) }, message: /above the maximum of 255/ },
    { path: `${groups}/${ids.scimGroup}`, body: { name: 'mine' }, message: /identity provider/ },
    { path: `${groups}/${ids.scimGroup}/users`, body: { user_id: ids.lin }, message: /identity provider/ },
    { path: `${groups}/${ids.scimGroup}/users/${ids.scim}`, body: undefined, message: /identity provider/ },
    { path: `${groups}/${ids.scimGroup}`, body: undefined, message: /identity provider/ },
  ])('refuse $path $body', async ({ path, body, message }) => {
    const { call } = await openEmulator();
    const answer = await call(body === undefined ? 'DELETE' : 'POST', path, { body });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.error.message).toMatch(message);
  });

  it('lose their people, projects and roles when they go, and people lose their groups', async () => {
    const { organization, call } = await openEmulator();
    await organization.users.delete(ids.lin);
    expect((await organization.groups.users.list(ids.ownGroup)).data).toEqual([]);
    await organization.groups.delete(ids.ownGroup);
    expect((await organization.projects.groups.list(ids.web)).data).toEqual([]);
    expect((await call('GET', `${groups}/${ids.ownGroup}/roles`)).status).toBe(404);
  });
});
