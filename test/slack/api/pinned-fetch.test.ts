import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPinnedFetch, type PinnedFetch } from '#slack/api/pinned-fetch.ts';

let server: Server;
let pinned: PinnedFetch;
let arrived = 0;
const base = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

beforeAll(async () => {
  server = createServer((request, response) => {
    arrived += 1;
    if (request.url === '/api/moved') response.writeHead(302, { location: '/elsewhere' }).end();
    else response.end('{"ok":true}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  pinned = createPinnedFetch(`${base()}/api/`);
});
afterAll(async () => {
  await pinned.close();
  server.close();
});

test('reaches Slack’s API', async () => {
  const response = await pinned.fetch(`${base()}/api/auth.test`, { method: 'POST', body: 'x=1' });
  expect(await response.json()).toEqual({ ok: true });
});

test.each(['https://evil.example/api/x', '/../admin', '/apix', 'http://127.0.0.1:1/api/x'])(
  'does not leave it for %s',
  async (target) => {
    const before = arrived;
    const url = target.startsWith('/') ? `${base()}${target}` : target;
    await expect(pinned.fetch(url)).rejects.toThrow('was about to leave Slack');
    expect(arrived).toBe(before);
  },
);

test('follows no redirect', async () => {
  await expect(pinned.fetch(`${base()}/api/moved`)).rejects.toThrow();
});
