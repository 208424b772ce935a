import { describe, expect, it, vi } from 'vitest';
import { call } from '#operations/call.ts';
import {
  adminKeyText,
  context,
  createAccount,
  createKey,
  deleteKey,
  fakeKey,
  listProjects,
} from './support/fixtures.ts';
import { json, openMockVendor, openTestVendor } from './support/mock-vendor.ts';
import { problem } from './support/replies.ts';
import { findClosedPort, sendJson, startHttpServer, startTcpServer } from './support/small-server.ts';

const secretText = fakeKey('svcacct', 'Canary0Fresh0Secret0Value0Nobody0May0See');
const keysPath = '/v1/organization/projects/proj_search/service_accounts/svc_1/api_keys';
const created = {
  object: 'organization.project.service_account.api_key',
  id: 'key_9',
  name: 'nightly-eval',
  value: secretText,
};
const plain = { secretAt: null, context } as const;
const withSecret = { secretAt: ['value'], context } as const;

describe('a change that is answered', () => {
  it('is sent as it stands in the call', async () => {
    const { baseUrl, arrived } = await startHttpServer((_, outgoing) => sendJson(outgoing, 200, { id: 'svc_1' }));
    await openTestVendor({ baseUrl }).vendor.perform(createAccount, plain);
    expect(arrived).toMatchObject([
      {
        method: 'POST',
        url: '/v1/organization/projects/proj_search/service_accounts',
        body: '{"name":"search-dev","create_service_account_only":true}',
        headers: {
          authorization: `Bearer ${adminKeyText}`,
          'content-type': 'application/json',
          'user-agent': expect.stringMatching(/^countersign\/\d+\.\d+\.\d+$/) as string,
        },
      },
    ]);
  });

  it('hands the secret out apart from the answer', async () => {
    const { vendor, api } = openMockVendor();
    api.intercept({ method: 'POST', path: keysPath }).reply(200, created, {
      headers: { 'content-type': 'application/json', 'x-request-id': 'req_7' },
    });
    const outcome = await vendor.perform(createKey, withSecret);
    expect(outcome).toMatchObject({
      kind: 'applied',
      answer: { ...created, value: '[secret]' },
      exchange: { method: 'POST', path: keysPath.slice('/v1'.length), status: 200, vendorRequestId: 'req_7' },
    });
    expect(outcome.kind === 'applied' && outcome.secrets.map((secret) => secret.reveal())).toEqual([secretText]);
  });

  it('answers no secret where the answer has none, and says so in the log', async () => {
    const { vendor, api, log } = openMockVendor();
    api.intercept({ method: 'POST', path: keysPath }).reply(200, { id: 'key_9' }, json);
    expect(await vendor.perform(createKey, withSecret)).toMatchObject({ kind: 'applied', secrets: [] });
    expect(log.lines.join()).toContain('held no secret');
  });

  it('is not applied when a delete finds nothing, by a code of its own', async () => {
    const { vendor, api } = openMockVendor();
    const gone = problem('Key key_1 not found.', 'not_found');
    api.intercept({ method: 'DELETE', path: /api_keys\/key_1$/ }).reply(404, gone, json);
    expect(await vendor.perform(deleteKey, plain)).toMatchObject({ kind: 'not-applied', code: 'not_found' });
  });

  it('leaves an odd request id out', async () => {
    const { vendor, api } = openMockVendor();
    api.intercept({ method: 'POST', path: keysPath }).reply(200, created, {
      headers: { 'content-type': 'application/json', 'x-request-id': '<!channel> hello' },
    });
    expect((await vendor.perform(createKey, withSecret)).exchange.vendorRequestId).toBeNull();
  });
});

const outcomes: readonly (readonly [string, number, object | string, string])[] = [
  ['applied', 200, { id: 'svc_1' }, 'application/json'],
  ['not-applied', 400, problem('No.'), 'application/json'],
  ['not-applied', 401, problem('No.', 'ip_not_authorized'), 'application/json'],
  ['not-applied', 403, problem('No.'), 'application/json'],
  ['not-applied', 422, problem('No.'), 'application/json'],
  ['throttled', 429, problem('try again after 6.937 seconds', 'rate_limit_exceeded'), 'application/json'],
  ['unknown', 200, '<html>welcome to the hotel</html>', 'text/html'],
  ['unknown', 200, '{"id": "svc', 'application/json'],
  ['unknown', 302, '', 'text/html'],
  ['unknown', 307, '', 'text/html'],
  ['unknown', 408, problem('Timeout.'), 'application/json'],
  ['unknown', 409, problem('Conflict.'), 'application/json'],
  ['unknown', 500, problem('Error.'), 'application/json'],
  ['unknown', 503, problem('Overloaded.'), 'application/json'],
];

describe('a change is exactly one request', () => {
  it.each(outcomes)('and %s when it is answered with %i', async (...[kind, status, body, type]) => {
    const server = await startHttpServer((_, outgoing) => {
      outgoing.writeHead(status, { 'content-type': type, location: '/v1/elsewhere' });
      outgoing.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
    const { vendor, time } = openTestVendor({ baseUrl: server.baseUrl });
    const outcome = await vendor.perform(createAccount, plain);
    expect(outcome).toMatchObject({ kind, exchange: { status } });
    // Nothing is sent later either.
    await time.advance(10 * 60_000);
    expect(server.arrived).toHaveLength(1);
  });

  it.each([
    ['before the answer', ''],
    [
      'within the answer',
      'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 90\r\n\r\n{"id": "svc_1"',
    ],
  ])('and unknown when the connection breaks %s', async (_, text) => {
    const server = await startTcpServer((socket) => socket.write(text, () => socket.resetAndDestroy()));
    const { vendor, time } = openTestVendor({ baseUrl: server.baseUrl });
    expect(await vendor.perform(createAccount, plain)).toMatchObject({ kind: 'unknown' });
    await time.advance(10 * 60_000);
    expect(server.heads).toHaveLength(1);
  });

  it('and unknown when no answer comes in time', async () => {
    const server = await startTcpServer(() => undefined);
    const { vendor } = openTestVendor({ baseUrl: server.baseUrl, timeouts: { totalMs: 40 } });
    expect(await vendor.perform(createAccount, plain)).toMatchObject({
      kind: 'unknown',
      message: 'OpenAI did not answer in time.',
    });
    expect(server.heads).toHaveLength(1);
  });

  it('and unknown when the answer is larger than any answer is', async () => {
    const server = await startHttpServer((_, outgoing) =>
      sendJson(outgoing, 200, { id: 'svc_1', more: 'x'.repeat(1024 * 1024) }),
    );
    const { vendor } = openTestVendor({ baseUrl: server.baseUrl });
    expect(await vendor.perform(createAccount, plain)).toMatchObject({ kind: 'unknown' });
    expect(server.arrived).toHaveLength(1);
  });
});

describe('a change of which nothing was sent', () => {
  it('is not applied when nobody listens', async () => {
    const { vendor } = openTestVendor({ baseUrl: `http://127.0.0.1:${await findClosedPort()}/v1` });
    expect(await vendor.perform(createAccount, plain)).toMatchObject({
      kind: 'not-applied',
      code: 'not_sent',
      exchange: { status: null, vendorRequestId: null },
    });
  });

  it('is not applied after the vendor was closed', async () => {
    const { vendor, requests } = openMockVendor();
    await vendor.close();
    expect(await vendor.perform(createAccount, plain)).toMatchObject({ kind: 'not-applied', code: 'not_sent' });
    expect(requests()).toEqual([]);
  });

  it('is not applied when it waits for its turn and the vendor is closed', async () => {
    const { vendor, api } = openMockVendor({ pace: { perMinute: 6, burst: 1 } });
    api.intercept({ method: 'POST', path: /service_accounts$/ }).reply(200, { id: 'svc_1' }, json);
    await vendor.perform(createAccount, plain);
    const waiting = vendor.perform(createAccount, plain);
    await vendor.close();
    expect(await waiting).toMatchObject({ kind: 'not-applied', code: 'not_sent' });
  });

  it('is not applied when it was no change, or its path could not be built', async () => {
    const { vendor, requests, log } = openMockVendor();
    const unsafe = call('DELETE /organization/projects/{project_id}/api_keys/{api_key_id}', {
      params: { project_id: '..', api_key_id: 'key_1' },
    });
    for (const bug of [listProjects, unsafe]) {
      expect(await vendor.perform(bug, plain)).toMatchObject({ kind: 'not-applied', code: 'not_sent' });
    }
    expect(requests()).toEqual([]);
    expect(log.lines).toHaveLength(2);
  });
});

describe('a change at the limit', () => {
  it('waits for its turn, says so once, and is then sent', async () => {
    const { vendor, api, time, requests } = openMockVendor({ pace: { perMinute: 6, burst: 1 } });
    api
      .intercept({ method: 'POST', path: /service_accounts$/ })
      .reply(200, { id: 'svc_1' }, json)
      .times(2);
    const onWait = vi.fn();
    await vendor.perform(createAccount, plain);
    const second = vendor.perform(createAccount, { secretAt: null, context: { ...context, onWait } });
    await time.settle();
    expect(onWait.mock.calls).toEqual([[{ ahead: 0, seconds: 10 }]]);
    expect(requests()).toHaveLength(1);
    await time.advance(10_000);
    expect(await second).toMatchObject({ kind: 'applied' });
  });

  it('goes on when the one who listens throws', async () => {
    const { vendor, api, time, log } = openMockVendor({ pace: { perMinute: 6, burst: 1 } });
    api
      .intercept({ method: 'POST', path: /service_accounts$/ })
      .reply(200, { id: 'svc_1' }, json)
      .times(2);
    await vendor.perform(createAccount, plain);
    const onWait = () => {
      throw new Error('nobody home');
    };
    const second = vendor.perform(createAccount, { secretAt: null, context: { ...context, onWait } });
    await time.advance(10_000);
    expect(await second).toMatchObject({ kind: 'applied' });
    expect(log.lines.join()).toContain('could not be told');
  });

  it('makes the endpoint wait after a 429, for as long as its text says', async () => {
    const { vendor, api, time, requests } = openMockVendor();
    const slow = problem('slow down and try again after 6.937 seconds.', 'rate_limit_exceeded');
    api.intercept({ method: 'POST', path: /service_accounts$/ }).reply(429, slow, json);
    api.intercept({ method: 'POST', path: /service_accounts$/ }).reply(200, { id: 'svc_1' }, json);
    expect(await vendor.perform(createAccount, plain)).toMatchObject({ kind: 'throttled', retryAfterMs: 6937 });
    const next = vendor.perform(createAccount, plain);
    await time.advance(6936);
    expect(requests()).toHaveLength(1);
    await time.advance(1);
    expect(await next).toMatchObject({ kind: 'applied' });
  });
});
