import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { personId, slackUserId } from '#domain/ids.ts';
import { isRefusal } from '#domain/refusal.ts';
import { type Pages, startPages } from '#web/pages/start.ts';
import { openPageUseCases } from '#workflow/step-up/page-use-cases.ts';
import type { TicketPurpose } from '#workflow/ports/step-up.ts';
import { openTicket } from '#workflow/step-up/tickets.ts';
import { tokenIn } from '../../support/enrolling.ts';
import { openSmallHouse, type SmallHouse } from '../../support/small-house.ts';

/** Every route that does something, with whose page it is. A new route without a row is not found by this test's list of routes. */
const routes: readonly { readonly method: 'GET' | 'POST'; readonly path: string; readonly for: TicketPurpose }[] = [
  { method: 'GET', path: '/approve/:token', for: 'decide' },
  { method: 'POST', path: '/approve/:token', for: 'decide' },
  { method: 'GET', path: '/enrol/:token', for: 'enrol' },
  { method: 'POST', path: '/enrol/:token/passkey', for: 'enrol' },
  { method: 'POST', path: '/enrol/:token/codes', for: 'enrol' },
  { method: 'POST', path: '/enrol/:token/codes/first', for: 'enrol' },
  { method: 'GET', path: '/recover/:token', for: 'recover' },
  { method: 'POST', path: '/recover/:token', for: 'recover' },
  { method: 'GET', path: '/host/:token', for: 'host' },
  { method: 'POST', path: '/host/:token', for: 'host' },
];

describe('every page × everybody', () => {
  let small: SmallHouse;
  let pages: Pages;
  beforeEach(async () => {
    small = await openSmallHouse();
    const useCases = openPageUseCases(small.house);
    const served = { useCases: () => useCases, clock: small.clock, log: small.log };
    pages = await startPages({ host: '127.0.0.1', port: 0, origin: null, ...served });
  });
  afterEach(() => pages.close());

  async function token(purpose: TicketPurpose): Promise<string> {
    const who = { person: personId('bea'), slackId: slackUserId('U0BEA00001'), name: 'Bea' };
    const opened = await openTicket(small.house, { purpose, ...who });
    if (isRefusal(opened)) throw new Error(opened.rule);
    return tokenIn(opened.url);
  }

  function call(route: { method: string; path: string }, headers: Readonly<Record<string, string>> = {}) {
    const { promise, resolve, reject } = Promise.withResolvers<{ status: number; text: string; csp: string }>();
    const { port, host } = new URL(pages.origin);
    const sent = { host, origin: pages.origin, 'content-type': 'application/x-www-form-urlencoded', ...headers };
    const asked = request(
      { host: '127.0.0.1', port, method: route.method, path: route.path, headers: sent },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        answer.on('end', () => {
          const csp = String(answer.headers['content-security-policy']);
          resolve({ status: answer.statusCode ?? 0, text, csp });
        });
      },
    );
    asked.on('error', reject).end(route.method === 'POST' ? 'answer=x&code=000000' : undefined);
    return promise;
  }

  describe.each(routes)('$method $path', (route) => {
    const to = (text: string) => ({ ...route, path: route.path.replace(':token', text) });

    it('is closed to whoever has no ticket, somebody else’s kind of ticket, or one that is over', async () => {
      const other: TicketPurpose = route.for === 'decide' ? 'enrol' : 'decide';
      const old = await token(route.for);
      small.clock.forward(11 * 60_000);
      for (const text of ['0'.repeat(64), await token(other), old]) {
        const { status, text: page } = await call(to(text));
        expect(status).toBe(403);
        expect(page).toContain('not open any more');
      }
      expect((await call(to('short'))).status).toBe(404);
    });

    it('C13 · answers nobody under another name, and takes no form from another site', async () => {
      const own = await token(route.for);
      expect((await call(to(own), { host: 'evil.example' })).status).toBe(421);
      if (route.method === 'POST') {
        expect((await call(to(own), { origin: 'https://evil.example' })).status).toBe(403);
        expect((await call(to(own), { origin: 'null' })).status).toBe(403);
      }
    });

    it('loads nothing from elsewhere and cannot be framed', async () => {
      const { csp } = await call(to(await token(route.for)));
      expect(csp).toContain("default-src 'none'");
      expect(csp).toContain("frame-ancestors 'none'");
    });
  });

  it('changes nothing, whoever knocks', async () => {
    for (const route of routes) await call({ ...route, path: route.path.replace(':token', '0'.repeat(64)) });
    expect(await small.store.read.audit.head()).toBeNull();
    expect((await call({ method: 'GET', path: '/metrics' })).status).toBe(404);
    expect((await call({ method: 'GET', path: '/assets/..%2f..%2fpackage.json' })).status).toBe(404);
    expect((await call({ method: 'GET', path: '/assets/webauthn.js' })).status).toBe(200);
  });
});
