import { describe, expect, it, vi } from 'vitest';
import { call } from '#operations/call.ts';
import { context, createAccount, listKeys, listProjects, showProject } from './support/fixtures.ts';
import { json, openMockVendor, openTestVendor } from './support/mock-vendor.ts';
import { problem } from './support/replies.ts';
import { sendJson, startHttpServer } from './support/small-server.ts';

const one = { pages: 'one', absent: 'fault', context } as const;
const all = { pages: 'all', absent: 'fault', context } as const;
const projectPath = '/v1/organization/projects/proj_search';
const project = { id: 'proj_search', object: 'organization.project', name: 'search-dev', brand_new: true };

/** A vendor that answers these statuses in turn. */
function openWith(...list: readonly number[]) {
  const opened = openMockVendor();
  list.forEach((status, index) => {
    const headers = { ...json.headers, 'x-request-id': `req_${index + 1}` };
    opened.api.intercept({ path: projectPath }).reply(status, status === 200 ? project : problem('No.'), { headers });
  });
  return opened;
}

describe('a read', () => {
  it('answers the object, fields nobody knows yet included', async () => {
    const { vendor, api } = openMockVendor();
    api.intercept({ path: projectPath }).reply(200, project, json);
    expect(await vendor.read(showProject, one)).toEqual(project);
  });

  it('is tried again after a 5xx, 408 or 409 and answers what comes then', async () => {
    const { vendor, time, exchanges } = openWith(500, 409, 408, 200);
    const reading = vendor.read(showProject, one);
    await time.advance(10_000);
    expect(await reading).toEqual(project);
    expect(exchanges.map((line) => line.status)).toEqual([500, 409, 408, 200]);
  });

  it('is tried again after a broken connection and after an answer that cannot be read', async () => {
    const { vendor, api, time } = openMockVendor();
    api.intercept({ path: projectPath }).replyWithError(Object.assign(new Error('reset'), { code: 'ECONNRESET' }));
    api.intercept({ path: projectPath }).reply(200, '{"id": "proj', json);
    api.intercept({ path: projectPath }).reply(200, project, json);
    const reading = vendor.read(showProject, one);
    await time.advance(10_000);
    expect(await reading).toEqual(project);
  });

  it('is given up after four attempts', async () => {
    const { vendor, time, requests } = openWith(503, 503, 503, 503, 200);
    const reading = vendor.read(showProject, one).catch((error: unknown) => error);
    await time.advance(600_000);
    expect(await reading).toMatchObject({
      code: 'openai.unreachable',
      canRetry: true,
      message: expect.stringContaining('req_4') as string,
    });
    expect(requests()).toHaveLength(4);
  });

  it.each([
    [400, 'openai.refused'],
    [401, 'openai.forbidden'],
    [403, 'openai.forbidden'],
    [404, 'openai.not_found'],
    [422, 'openai.refused'],
    [302, 'openai.bad_answer'],
  ])('is not tried again after a %i', async (status, code) => {
    const { vendor, requests } = openWith(status, 200);
    await expect(vendor.read(showProject, one)).rejects.toMatchObject({ code, canRetry: false });
    expect(requests()).toHaveLength(1);
  });

  it('is not tried again where the vendor asks not to be', async () => {
    const { vendor, api, requests } = openMockVendor();
    api
      .intercept({ path: projectPath })
      .reply(500, problem('Error.'), { headers: { ...json.headers, 'x-should-retry': 'false' } });
    await expect(vendor.read(showProject, one)).rejects.toMatchObject({ code: 'openai.unreachable' });
    expect(requests()).toHaveLength(1);
  });

  it.each([
    ['the headers', { 'retry-after-ms': '7000' }, 'Slow down.'],
    ['seconds in the headers', { 'retry-after': '7' }, 'Slow down.'],
    ['the text', {}, 'try again after 7.000 seconds.'],
  ])('waits after a 429 for as long as %s say', async (_, headers, text) => {
    const { vendor, api, time, requests } = openMockVendor();
    const slow = problem(text, 'rate_limit_exceeded');
    api.intercept({ path: projectPath }).reply(429, slow, { headers: { ...json.headers, ...headers } });
    api.intercept({ path: projectPath }).reply(200, project, json);
    const reading = vendor.read(showProject, one);
    await time.advance(6999);
    expect(requests()).toHaveLength(1);
    await time.advance(1);
    expect(await reading).toEqual(project);
  });

  it('is given up when the limit lasts longer than anybody waits', async () => {
    const { vendor, api, time, requests } = openMockVendor();
    api
      .intercept({ path: projectPath })
      .reply(429, problem('Slow down.'), { headers: { ...json.headers, 'retry-after': '60' } })
      .persist();
    const reading = vendor.read(showProject, one).catch((error: unknown) => error);
    await time.advance(200_000);
    expect(await reading).toMatchObject({ code: 'openai.throttled', canRetry: true });
    expect(requests()).toHaveLength(2);
  });

  it('waits with full jitter: a random share of a bound that doubles', async () => {
    const { vendor, api, time, requests } = openMockVendor({ random: () => 0.5 });
    api.intercept({ path: projectPath }).reply(500, problem('Error.'), json).persist();
    const reading = vendor.read(showProject, one).catch(() => undefined);
    const sentAfter = async (ms: number) => {
      await time.advance(ms);
      return requests().length;
    };
    expect([
      await sentAfter(249),
      await sentAfter(1),
      await sentAfter(499),
      await sentAfter(1),
      await sentAfter(999),
      await sentAfter(1),
    ]).toEqual([1, 2, 2, 3, 3, 4]);
    await reading;
  });

  it('answers null for what does not exist, where that was asked for', async () => {
    const { vendor, api } = openMockVendor();
    api.intercept({ path: projectPath }).reply(404, problem('Project not found.', 'not_found'), json);
    expect(await vendor.read(showProject, { ...one, absent: 'null' })).toBeNull();
  });

  it.each([
    ['a page of a gateway', '<html>404</html>', 'text/html'],
    ['a gateway that speaks JSON', '{"message": "no route"}', 'application/json'],
    ['an unknown address', JSON.stringify(problem('Invalid URL', 'unknown_url')), 'application/json'],
  ])('never takes the 404 of %s for a proof that something is gone', async (_, text, type) => {
    const { vendor, api } = openMockVendor();
    api.intercept({ path: projectPath }).reply(404, text, { headers: { 'content-type': type } });
    await expect(vendor.read(showProject, { ...one, absent: 'null' })).rejects.toMatchObject({
      code: 'openai.bad_answer',
    });
  });

  it('reads eight MiB and no more', async () => {
    const server = await startHttpServer((_, outgoing) =>
      sendJson(outgoing, 200, { data: 'x'.repeat(8 * 1024 * 1024) }),
    );
    const { vendor } = openTestVendor({ baseUrl: server.baseUrl });
    await expect(vendor.read(showProject, one)).rejects.toMatchObject({ code: 'openai.bad_answer', canRetry: false });
    expect(server.arrived).toHaveLength(1);
  });

  it('is never a change', async () => {
    const { vendor, requests } = openMockVendor();
    await expect(vendor.read(createAccount, one)).rejects.toThrow('changes nothing');
    expect(requests()).toEqual([]);
  });
});

describe('a read of all pages', () => {
  const page = (id: string, more: boolean) => ({
    object: 'list',
    data: [{ id }],
    first_id: id,
    last_id: id,
    has_more: more,
  });

  it('follows the cursor with the largest pages', async () => {
    const { vendor, api, requests } = openMockVendor();
    const path = '/v1/organization/projects/proj_search/api_keys';
    api.intercept({ path, query: { owner_project_access: 'any', limit: 100 } }).reply(200, page('key_1', true), json);
    api
      .intercept({ path, query: { owner_project_access: 'any', limit: 100, after: 'key_1' } })
      .reply(200, page('key_2', false), json);
    const request = call('GET /organization/projects/{project_id}/api_keys', {
      params: listKeys.params,
      query: { owner_project_access: 'any' },
    });
    expect(await vendor.read(request, all)).toEqual({ data: [{ id: 'key_1' }, { id: 'key_2' }] });
    expect(requests()).toHaveLength(2);
  });

  it('tells a person once that it takes a while', async () => {
    const { vendor, api, time } = openMockVendor({ pace: { perMinute: 6, burst: 1 } });
    for (const [id, more] of [
      ['a', true],
      ['b', true],
      ['c', false],
    ] as const) {
      api.intercept({ path: /projects\?/ }).reply(200, page(id, more), json);
    }
    const onWait = vi.fn();
    const reading = vendor.read(listProjects, { ...all, context: { ...context, onWait } });
    await time.advance(30_000);
    expect(await reading).toEqual({ data: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] });
    expect(onWait).toHaveBeenCalledTimes(1);
  });

  it('answers null when the list itself does not exist', async () => {
    const { vendor, api } = openMockVendor();
    api.intercept({ path: /api_keys/ }).reply(404, problem('Project not found.', 'not_found'), json);
    expect(await vendor.read(listKeys, { ...all, absent: 'null' })).toBeNull();
  });

  it('is only of lists', async () => {
    const { vendor } = openMockVendor();
    await expect(vendor.read(showProject, all)).rejects.toThrow('Only lists');
  });
});
