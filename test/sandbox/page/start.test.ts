import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOf, statusForHost, tokenOf } from './page-client.ts';
import type { PageClient } from './page-client.ts';
import { openPage } from './page-fixture.ts';
import type { OpenPage } from './page-fixture.ts';

let open: OpenPage;
let client: PageClient;

beforeAll(async () => {
  open = await openPage();
  client = await clientOf(open.page);
});

afterAll(() => open.page.close());

describe('the page’s server', () => {
  it('listens on loopback, on a port of its own', () => {
    expect(open.page.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });

  it('answers 127.0.0.1 and localhost, with and without a port', async () => {
    for (const host of ['127.0.0.1', 'localhost', 'localhost:1234', 'LOCALHOST']) {
      expect(await statusForHost(open.page, host), host).toBe(200);
    }
  });

  it('refuses every other name that was made to point here, on every path', async () => {
    for (const host of ['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example:80', '[::1]', '10.0.0.1']) {
      expect(await statusForHost(open.page, host), host).toBe(421);
      expect(await statusForHost(open.page, host, '/api/config'), host).toBe(421);
      expect(await statusForHost(open.page, host, '/assets/main.ts'), host).toBe(421);
    }
  });

  it('sends a policy that allows scripts and styles from itself alone, and none inline', async () => {
    const { headers, body } = await client.send('/', {});
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
    expect(String(body)).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(String(body)).not.toMatch(/\son\w+=|style=/);
  });

  it('sends the other protective headers on every answer, refusals too', async () => {
    for (const path of ['/', '/assets/main.ts', '/api/config', '/nowhere']) {
      const { headers } = await client.send(path, {});
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('x-frame-options'), path).toBe('DENY');
      expect(headers.get('cross-origin-resource-policy'), path).toBe('same-origin');
      expect(headers.get('referrer-policy'), path).toBe('no-referrer');
    }
  });

  it('gives no API answer without the token of this start', async () => {
    for (const path of ['/api/config', '/api/view?person=U', '/api/events', '/api/files/C/F']) {
      expect((await client.send(path, {})).status, path).toBe(403);
      expect((await client.send(path, { headers: { 'x-sandbox-token': 'wrong' } })).status, path).toBe(403);
    }
  });

  it('takes no token from the address of a request that changes something', async () => {
    const token = await tokenOf(open.page);
    const answer = await client.send(`/api/control/tamper?token=${token}`, { method: 'POST' });
    expect(answer.status).toBe(403);
    expect(open.stage.received).not.toContain('tamper');
  });

  it('makes another token at each start', async () => {
    const other = await openPage();
    expect(await tokenOf(other.page)).not.toBe(await tokenOf(open.page));
    await other.page.close();
  });

  it('answers nothing at paths it does not know', async () => {
    expect((await client.get('/api/nothing')).status).toBe(404);
    expect((await client.get('/nothing')).status).toBe(404);
  });

  it('stops when it is closed, even while a browser listens to its changes', async () => {
    const other = await openPage();
    const stream = await fetch(`${other.page.url}api/events?token=${await tokenOf(other.page)}`);
    const ended = stream.text().then(
      () => 'ended',
      () => 'ended',
    );
    await other.page.close();
    expect(await ended).toBe('ended');
    await expect(fetch(other.page.url)).rejects.toThrow();
  });
});
