import { expect, test } from 'vitest';
import { call } from '#operations/call.ts';
import { listsTouchedBy } from '#workflow/outdate-lists.ts';
import { listName } from '#workflow/refresh-things.ts';

const project_id = 'proj_dev';
const roles = listName({
  listing: { endpoint: 'GET /projects/{project_id}/roles', params: { project_id: 'project' }, id: 'id', name: 'name' },
  params: { project_id },
});

test.each([
  [call('POST /organization/projects'), ['projects']],
  [call('POST /organization/projects/{project_id}', { params: { project_id } }), ['projects']],
  [call('DELETE /organization/users/{user_id}', { params: { user_id: 'user_1' } }), ['users']],
  [
    call('DELETE /organization/invites/{invite_id}', { params: { invite_id: 'i' } }),
    ['things GET /organization/invites'],
  ],
  [call('POST /projects/{project_id}/roles', { params: { project_id } }), [roles]],
])('%j makes the list old in which it shows', (change, names) => {
  for (const name of names) expect(listsTouchedBy(change)).toContain(name);
});

test('archiving a project shows in the list of projects', () => {
  expect(
    listsTouchedBy(call('POST /organization/projects/{project_id}/archive', { params: { project_id } })),
  ).toContain('projects');
});

test('with an account the keys of its project come and go', () => {
  const params = { project_id, service_account_id: 'user_1' };
  const change = call('DELETE /organization/projects/{project_id}/service_accounts/{service_account_id}', { params });
  expect(listsTouchedBy(change)).toContain('keys:proj_dev');
  const revoked = { project_id, api_key_id: 'key_1' };
  expect(
    listsTouchedBy(call('DELETE /organization/projects/{project_id}/api_keys/{api_key_id}', { params: revoked })),
  ).toEqual(['keys:proj_dev']);
});
