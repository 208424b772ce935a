import { AuthenticationError, BadRequestError, NotFoundError } from 'openai';
import { describe, expect, it } from 'vitest';

import { clientOf, openEmulator } from '../open-emulator.ts';
import { ids } from '../small-seed.ts';

const projects = '/organization/projects';

describe('a call', () => {
  it('needs an admin key, and a wrong one comes back only in part', async () => {
    const { call } = await openEmulator();
    const wrong = ['sk', 'admin', 'Wrong'.repeat(8)].join('-');
    const { status, error } = await call('GET', projects, { authorization: `Bearer ${wrong}` });
    expect([status, error.code]).toEqual([401, 'invalid_api_key']);
    expect(error.message).toContain('sk-admin-Wro***');
    expect(error.message).not.toContain('WrongWrong');
    const short = await call('GET', projects, { authorization: 'Bearer hunter2' });
    expect(short.error.message).not.toContain('hun');
    const none = await call('GET', projects, { authorization: null });
    expect([none.status, none.error.code]).toEqual([401, null]);
  });

  it("is not opened by a project's key", async () => {
    const { organization, call } = await openEmulator();
    const created = await organization.projects.serviceAccounts.create(ids.web, { name: 'ci' });
    const { status, error } = await call('GET', projects, { authorization: `Bearer ${created.api_key?.value}` });
    expect(status).toBe(403);
    expect(error.message).toMatch(/Missing scopes/);
  });

  it('with a read-only admin key reads and changes nothing', async () => {
    const { emulator } = await openEmulator();
    const reader = emulator.backdoor.asAdmin(ids.readOnlyAdminKey);
    expect((await reader('GET', projects)).status).toBe(200);
    expect(await reader('POST', projects, { name: 'x' })).toMatchObject({
      status: 403,
      body: { error: { message: expect.stringContaining('Missing scopes: api.management.write') } },
    });
  });

  it('stops working when its admin key expires', async () => {
    const { call, clock } = await openEmulator();
    clock.advance(60 * 86_400_000);
    expect((await call('GET', projects)).error.code).toBe('invalid_api_key');
  });

  it('is answered with a request id of its own, also when it fails', async () => {
    const { call } = await openEmulator();
    const answers = [await call('GET', projects), await call('GET', '/organization/nothing')];
    const requestIds = answers.map(({ headers }) => headers.get('x-request-id') ?? '');
    for (const id of requestIds) expect(id).toMatch(/^req_[0-9a-f]{32}$/);
    expect(new Set(requestIds).size).toBe(2);
  });

  it.each([
    { method: 'GET', path: '/organization/nothing', status: 404, code: 'unknown_url' },
    { method: 'GET', path: '/organization/projects/', status: 404, code: 'unknown_url' },
    { method: 'GET', path: '/organization/projects/%zz', status: 404, code: 'not_found' },
    { method: 'PATCH', path: projects, status: 405, code: 'method_not_supported' },
    { method: 'DELETE', path: projects, status: 405, code: 'method_not_supported' },
  ])('must name what exists: $method $path', async ({ method, path, status, code }) => {
    const { call } = await openEmulator();
    const answer = await call(method, path);
    expect([answer.status, answer.error.code]).toEqual([status, code]);
  });

  it('must stay below /v1', async () => {
    const { emulator } = await openEmulator();
    const response = await fetch(emulator.url.replace(/v1$/, 'organization/projects'), {
      headers: { authorization: `Bearer ${emulator.adminKey}` },
    });
    expect(response.status).toBe(404);
  });

  it.each([
    [{ body: { name: 'x', colour: 'red' } }, 400, "Unknown parameter: 'colour'."],
    [{ body: { name: 7 } }, 400, "Invalid type for 'name': expected a string, but got an integer instead."],
    [{ body: { name: '' } }, 400, "Invalid 'name': string length is below the minimum of 1."],
    [{ body: [] }, 400, /expected an object, but got an array/],
    [{ body: 'null' }, 400, /expected an object, but got null/],
    [{ body: '{"name":' }, 400, /not valid JSON/],
    [{ body: { name: 'x' }, contentType: 'text/plain' }, 415, /Unsupported Content-Type/],
    [{ body: { name: 'x'.repeat(1024 * 1024) } }, 413, /too large/],
  ])('must be well formed (%#)', async (options, status, message) => {
    const { call, emulator } = await openEmulator();
    const answer = await call('POST', projects, options);
    expect(answer.status).toBe(status);
    expect(answer.error).toMatchObject({ type: 'invalid_request_error', message: expect.stringMatching(message) });
    expect(emulator.board().projects).toHaveLength(3);
  });

  it('must not ask with a word that the endpoint does not know', async () => {
    const { call } = await openEmulator();
    expect((await call('GET', `${projects}?pages=2`)).error).toMatchObject({
      param: 'pages',
      code: 'unknown_parameter',
    });
  });

  it('that fails reaches the official client as the error of its kind', async () => {
    const { organization, emulator } = await openEmulator();
    const nothing = organization.projects.retrieve('proj_nope');
    await expect(nothing).rejects.toBeInstanceOf(NotFoundError);
    await expect(nothing).rejects.toMatchObject({ param: 'project_id', requestID: expect.stringMatching(/^req_/) });
    await expect(organization.projects.archive(ids.defaultProject)).rejects.toBeInstanceOf(BadRequestError);
    const stranger = clientOf(emulator, ['sk', 'admin', 'nobody'].join('-'));
    await expect(stranger.admin.organization.projects.list()).rejects.toBeInstanceOf(AuthenticationError);
  });
});
