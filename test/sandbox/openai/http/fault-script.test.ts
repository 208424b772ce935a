import { describe, expect, it, vi } from 'vitest';

import { createFaultScript } from '#sandbox/openai/http/fault-script.ts';
import { openEmulator } from '../open-emulator.ts';

const pathPattern = '/organization/projects';
const create = ['POST', pathPattern, { body: { name: 'made' } }] as const;

describe('a fault', () => {
  it.each([
    ['drop_before', false],
    ['drop_after', true],
    ['truncate', true],
    ['not_json', true],
  ] as const)('%s leaves no readable answer, and the change applied: %s', async (fault, applied) => {
    const { call, emulator } = await openEmulator();
    emulator.failNext({ method: 'POST', pathPattern, fault });
    await expect(call(...create)).rejects.toThrow();
    expect(emulator.board().projects.some(({ name }) => name === 'made')).toBe(applied);
    expect((await call(...create)).status).toBe(200);
  });

  it.each([
    ['status_500', 500],
    ['status_503', 503],
  ] as const)('%s answers in the error envelope and applies nothing', async (fault, status) => {
    const { call, emulator } = await openEmulator();
    emulator.failNext({ method: 'POST', pathPattern, fault });
    const answer = await call(...create);
    expect([answer.status, answer.error.type]).toEqual([status, 'server_error']);
    expect(answer.headers.get('x-request-id')).toMatch(/^req_/);
    expect(emulator.board().projects).toHaveLength(3);
  });

  it('status_500_after answers like it, and the change is applied', async () => {
    const { call, emulator } = await openEmulator();
    emulator.failNext({ method: 'POST', pathPattern, fault: 'status_500_after' });
    expect((await call(...create)).status).toBe(500);
    expect(emulator.board().projects.some(({ name }) => name === 'made')).toBe(true);
  });

  it.each([
    ['throttle_header', '1', /slow down\.$/],
    ['throttle_message', null, /after 0\.050 seconds\.$/],
    ['throttle_silent', null, /slow down\.$/],
  ] as const)('%s refuses one call for its time and applies nothing', async (fault, header, text) => {
    const { call, emulator } = await openEmulator();
    emulator.failNext({ method: 'POST', pathPattern, fault });
    const answer = await call(...create);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, header]);
    expect(answer.error.message).toMatch(text);
    expect(emulator.board().projects).toHaveLength(3);
  });

  it('not_found denies what is there', async () => {
    const { call, emulator } = await openEmulator();
    emulator.failNext({ method: 'GET', pathPattern, fault: 'not_found' });
    const answer = await call('GET', pathPattern);
    expect([answer.status, answer.error.code]).toEqual([404, 'not_found']);
  });

  it('empty_list shows a list before anything stands in it', async () => {
    const { call, emulator } = await openEmulator();
    emulator.failNext({ method: 'GET', pathPattern, fault: 'empty_list' });
    expect((await call('GET', pathPattern)).json).toEqual({ object: 'list', data: [], has_more: false });
  });

  it('hang applies the change and never answers, until the emulator closes', async () => {
    const { call, emulator } = await openEmulator();
    emulator.failNext({ method: 'POST', pathPattern, fault: 'hang' });
    let settled = false;
    const hanging = call(...create).finally(() => void (settled = true));
    const failure = expect(hanging).rejects.toThrow();
    await vi.waitUntil(() => emulator.calls().length === 1);
    expect((await call('GET', pathPattern)).json['data']).toHaveLength(3);
    expect(settled).toBe(false);
    await emulator.close();
    await failure;
  });

  it('not_json is a page of HTML with a good status', async () => {
    const { emulator } = await openEmulator();
    emulator.failNext({ method: 'GET', pathPattern, fault: 'not_json' });
    const headers = { authorization: `Bearer ${emulator.adminKey}` };
    const response = await fetch(emulator.url + pathPattern, { headers });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html']);
  });

  it('meets only the calls that fit its method and path, as often as it says', () => {
    const script = createFaultScript();
    script.add({ method: 'GET', pathPattern: '/organization/projects/*/users', fault: 'hang', times: 2 });
    script.add({ method: 'GET', pathPattern: '/organization/projects/{project_id}/users', fault: 'truncate' });
    const take = (method: string, path: string) => script.take(method, path);
    expect(take('POST', '/organization/projects/p/users')).toBeNull();
    expect(take('GET', '/organization/projects/p/users/u')).toBeNull();
    const users = '/organization/projects/p/users';
    expect([take('GET', users), take('GET', users), take('GET', users), take('GET', users)]).toEqual([
      'hang',
      'hang',
      'truncate',
      null,
    ]);
  });

  it('is forgotten on reset', async () => {
    const { call, emulator } = await openEmulator();
    emulator.failNext({ method: 'GET', pathPattern, fault: 'status_500' });
    emulator.reset();
    expect((await call('GET', pathPattern)).status).toBe(200);
  });
});
