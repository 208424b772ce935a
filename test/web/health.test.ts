import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Health, startHealth } from '#web/health.ts';
import type { Probe } from '#web/probe.ts';
import { fakeAdminKey } from '../support/fake-secret.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

let probes: readonly Probe[] = [];
let asked = 0;
let health: Health;

beforeEach(async () => {
  probes = [{ name: 'database', ok: true, detail: 'writable' }];
  asked = 0;
  health = await startHealth({
    metrics: async () => 'countersign_requests_open 1\n',
    host: '127.0.0.1',
    port: 0,
    probes: async () => {
      asked += 1;
      return probes;
    },
    log: silent,
  });
});
afterEach(() => health.close());

/** What a raw client sees: everything up to the end of the connection. */
async function raw(text: string): Promise<string> {
  const socket = connect(Number(new URL(health.url).port), '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
  socket.on('error', () => undefined);
  socket.write(text);
  await once(socket, 'close');
  return answer;
}

describe('/healthz', () => {
  test('says that the process lives, whatever the probes say, and does not ask them', async () => {
    probes = [{ name: 'database', ok: false, detail: 'locked' }];
    const response = await fetch(`${health.url}/healthz`);
    expect([response.status, await response.json()]).toEqual([200, { ok: true }]);
    expect(asked).toBe(0);
  });
});

describe('/readyz', () => {
  test('lists the probes and is ready when all are', async () => {
    const response = await fetch(`${health.url}/readyz`);
    expect([response.status, await response.json()]).toEqual([200, { ok: true, probes }]);
  });

  test('is not ready when one is not', async () => {
    probes = [...probes, { name: 'slack', ok: false, detail: 'socket closed' }];
    const response = await fetch(`${health.url}/readyz`);
    expect([response.status, await response.json()]).toEqual([503, { ok: false, probes }]);
  });

  test('is not ready when nothing was probed', async () => {
    probes = [];
    expect((await fetch(`${health.url}/readyz`)).status).toBe(503);
  });

  test('cuts a credential out of a detail', async () => {
    probes = [{ name: 'openai', ok: false, detail: `refused ${fakeAdminKey()}` }];
    const text = await (await fetch(`${health.url}/readyz`)).text();
    expect(text).toContain('refused');
    expect(text).not.toContain(fakeAdminKey());
  });
});

describe('everything else', () => {
  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])(
    'C13 · %s is refused without reading the body',
    async (method) => {
      const response = await fetch(`${health.url}/readyz`, { method, ...(method === 'OPTIONS' ? {} : { body: 'x' }) });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
      expect(asked).toBe(0);
    },
  );

  test.each(['/', '/readyz/', '/readyz?probe=x', '/healthz/../readyz', '//readyz', '/.env', '/slack/events'])(
    '%s is not found',
    async (path) => {
      const answer = await raw(`GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 404 /);
      expect(asked).toBe(0);
    },
  );

  test('C13 · a foreign Host or a forwarded path changes nothing', async () => {
    const answer = await raw(
      'GET /healthz HTTP/1.1\r\nhost: evil.example\r\nx-original-url: /readyz\r\nx-http-method-override: POST\r\n\r\n',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(asked).toBe(0);
  });

  test('a header beyond the limit is refused', async () => {
    const answer = await raw(`GET /healthz HTTP/1.1\r\nhost: x\r\nx-long: ${'a'.repeat(8192)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
  });

  test('a second request behind the first is not answered', async () => {
    const one = 'GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n';
    expect((await raw(one + one)).match(/HTTP\/1\.1/g)).toHaveLength(1);
  });
});

test('a port that is taken rejects the start', async () => {
  const port = Number(new URL(health.url).port);
  await expect(
    startHealth({
      metrics: async () => 'countersign_requests_open 1\n',
      host: '127.0.0.1',
      port,
      probes: async () => probes,
      log: silent,
    }),
  ).rejects.toThrow('EADDRINUSE');
});
