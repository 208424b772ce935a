import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { personId } from '#domain/ids.ts';
import { isRefusal } from '#domain/refusal.ts';
import { pageRoutes } from '#web/pages/routes.ts';
import { type Pages, startPages } from '#web/pages/start.ts';
import { keepStandings } from '#workflow/emergency-desk/keep-standings.ts';
import { openPageUseCases } from '#workflow/step-up/page-use-cases.ts';
import type { TicketPurpose } from '#workflow/ports/step-up.ts';
import { openTicket } from '#workflow/step-up/tickets.ts';
import { prepares, signsIn, withDesk } from '../../support/at-the-desk.ts';
import { names, slackIds, type Somebody } from '../../support/cast.ts';
import { enrolsPasskey, tokenIn } from '../../support/enrolling.ts';
import { openSmallHouse, type SmallHouse } from '../../support/small-house.ts';
import { smallPolicy } from '../../support/small-policy.ts';
import { SoftPasskey } from '../../support/soft-passkey.ts';

interface Row {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Whose ticket opens it; `nobody` where it is the door itself. */
  readonly for: TicketPurpose | 'nobody';
}

/** Every route that does something, with whose page it is. */
const routes: readonly Row[] = [
  { method: 'GET', path: '/approve/:token', for: 'decide' },
  { method: 'POST', path: '/approve/:token', for: 'decide' },
  { method: 'GET', path: '/enrol/:token', for: 'enrol' },
  { method: 'POST', path: '/enrol/:token/passkey', for: 'enrol' },
  { method: 'POST', path: '/enrol/:token/codes', for: 'enrol' },
  { method: 'POST', path: '/enrol/:token/codes/first', for: 'enrol' },
  { method: 'GET', path: '/recover/:token', for: 'recover' },
  { method: 'POST', path: '/recover/:token', for: 'recover' },
  { method: 'GET', path: '/send/:token', for: 'send' },
  { method: 'POST', path: '/send/:token', for: 'send' },
  { method: 'GET', path: '/host/:token', for: 'host' },
  { method: 'POST', path: '/host/:token', for: 'host' },
  { method: 'GET', path: '/desk', for: 'nobody' },
  { method: 'POST', path: '/desk', for: 'nobody' },
  { method: 'GET', path: '/desk/:token', for: 'desk' },
  { method: 'GET', path: '/desk/:token/stop/:way', for: 'desk' },
  { method: 'POST', path: '/desk/:token/stop/:way', for: 'desk' },
  { method: 'GET', path: '/desk/:token/request/:id', for: 'desk' },
  { method: 'POST', path: '/desk/:token/request/:id', for: 'desk' },
];

const noRequest = `R${'0'.repeat(26)}`;

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

describe('every page × everybody', () => {
  let small: SmallHouse;
  let pages: Pages;
  beforeEach(async () => {
    small = await openSmallHouse({ policy: smallPolicy(withDesk) });
    const useCases = openPageUseCases(small.house);
    const served = { useCases: () => useCases, clock: small.clock, log: small.log };
    pages = await startPages({ host: '127.0.0.1', port: 0, origin: null, ...served });
  });
  afterEach(() => pages.close());

  async function token(purpose: TicketPurpose, who: Somebody = 'bea'): Promise<string> {
    const ticket = { purpose, person: personId(who), slackId: slackIds[who], name: names[who] };
    const opened = await openTicket(small.house, ticket);
    if (isRefusal(opened)) throw new Error(opened.rule);
    return tokenIn(opened.url);
  }

  function call(
    { method, path }: { readonly method: string; readonly path: string },
    { headers = {}, body = 'answer=x&code=000000' }: { headers?: Readonly<Record<string, string>>; body?: string } = {},
  ): Promise<Answer> {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const { port, host } = new URL(pages.origin);
    const sent = { host, origin: pages.origin, 'content-type': 'application/x-www-form-urlencoded', ...headers };
    const asked = request({ host: '127.0.0.1', port, method, path, headers: sent }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text, headers: answer.headers }));
    });
    asked.on('error', reject).end(method === 'POST' ? body : undefined);
    return promise;
  }

  const filled = ({ path }: Row, text: string, more: { way?: string; id?: string } = {}): string =>
    path
      .replace(':token', text)
      .replace(':way', more.way ?? 'revoke')
      .replace(':id', more.id ?? noRequest);

  it('has a row for every route there is, and no other', () => {
    const useCases = openPageUseCases(small.house);
    const app = pageRoutes({ useCases: () => useCases, clock: small.clock });
    const served = app.routes.map(({ method, path }) => `${method} ${path.replaceAll(/\{[^/]*\}/g, '')}`);
    expect(routes.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual([...new Set(served)].toSorted());
  });

  const withTicket = routes.flatMap((row) => (row.for === 'nobody' ? [] : [{ ...row, for: row.for }]));

  it.each(withTicket)(
    '$method $path is closed to whoever has no ticket, somebody else’s kind of ticket, or one that is over',
    async (route) => {
      const other: TicketPurpose = route.for === 'decide' ? 'enrol' : 'decide';
      const old = await token(route.for);
      small.clock.forward(11 * 60_000);
      for (const text of ['0'.repeat(64), await token(other), old]) {
        const { status, text: page } = await call({ ...route, path: filled(route, text) });
        expect(status).toBe(403);
        expect(page).toContain('not open any more');
      }
      expect((await call({ ...route, path: filled(route, 'short') })).status).toBe(404);
    },
  );

  it.each(routes)(
    'C13 · $method $path answers nobody under another name or from another site, and is neither framed nor kept',
    async (route) => {
      const path = filled(route, route.for === 'nobody' ? '' : await token(route.for));
      expect((await call({ ...route, path }, { headers: { host: 'evil.example' } })).status).toBe(421);
      if (route.method === 'POST') {
        expect((await call({ ...route, path }, { headers: { origin: 'https://evil.example' } })).status).toBe(403);
        expect((await call({ ...route, path }, { headers: { origin: 'null' } })).status).toBe(403);
      }
      const { headers } = await call({ ...route, path });
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers).toMatchObject({ 'x-frame-options': 'DENY', 'cache-control': 'no-store' });
      expect(headers['set-cookie']).toBeUndefined();
    },
  );

  it.each(routes.filter(({ method }) => method === 'POST'))(
    'C14 · $method $path reads nothing larger than a signed answer',
    async (route) => {
      const body = `answer=${'x'.repeat(65 * 1024)}`;
      expect((await call({ ...route, path: filled(route, '0'.repeat(64)) }, { body })).status).toBe(413);
    },
  );

  it('changes nothing, whoever knocks', async () => {
    for (const route of routes) await call({ ...route, path: filled(route, '0'.repeat(64)) });
    expect(await small.store.read.audit.head()).toBeNull();
    expect((await call({ method: 'GET', path: '/metrics' })).status).toBe(404);
    expect((await call({ method: 'GET', path: '/assets/..%2f..%2fpackage.json' })).status).toBe(404);
    expect((await call({ method: 'GET', path: '/assets/webauthn.js' })).status).toBe(200);
  });

  /** Who stands in front of the desk, and what they may: look around, choose and sign. */
  const actors = [
    { actor: 'somebody on the list', looks: true, stops: true },
    { actor: 'an approver who is not on the list', looks: true, stops: false },
    { actor: 'somebody on the list who is frozen', looks: false, stops: false },
    { actor: 'somebody on the list who is suspended', looks: false, stops: false },
    { actor: 'somebody on the list who was deactivated when Slack last answered', looks: false, stops: false },
    { actor: 'somebody whom nobody asked Slack about before it went away', looks: false, stops: false },
  ] as const;

  async function becomes(actor: (typeof actors)[number]['actor']): Promise<void> {
    const { policy, digest } = small.house.policy();
    switch (actor) {
      case 'somebody on the list':
      case 'an approver who is not on the list':
        break;
      case 'somebody on the list who is frozen':
        await small.store.transact((tx) =>
          tx.freezes.begin({
            scope: { of: 'person', person: personId('sam'), name: 'Sam' },
            by: { slackId: slackIds.bea, name: 'Bea' },
            why: 'taken over',
            at: small.clock.now(),
          }),
        );
        break;
      case 'somebody on the list who is suspended': {
        const { sam } = policy.people;
        if (sam === undefined) throw new Error('Sam is gone');
        const people = { ...policy.people, sam: { ...sam, suspended: 'their address changed' } };
        small.setPolicy({ policy: { ...policy, people }, digest });
        break;
      }
      case 'somebody on the list who was deactivated when Slack last answered':
        small.people.isUnreachable = false;
        small.people.becomes('sam', 'deactivated');
        await keepStandings(small.house);
        break;
      case 'somebody whom nobody asked Slack about before it went away':
        await small.store.transact((tx) => tx.standings.keep(slackIds.sam, { word: 'member', at: 0 }));
    }
    small.people.isUnreachable = true;
  }

  it.each(actors)(
    'A16 · the desk, without Slack, lets $actor look: $looks, stop: $stops',
    async ({ actor, looks, stops }) => {
      const [sam, bea] = [await enrolsPasskey(small, 'sam'), await enrolsPasskey(small, 'bea')];
      await keepStandings(small.house);
      small.people.isUnreachable = true;
      const isBea = actor === 'an approver who is not on the list';
      const phone = isBea ? bea : sam;
      const text = await token('desk', isBea ? 'bea' : 'sam');
      const { requestId: id, challenge } = await prepares(small, await signsIn(small, sam));
      await becomes(actor);
      const answer = JSON.stringify(phone.sign(challenge));
      const pick = 'search-prod/erin-prod';
      const body = new URLSearchParams({ answer, pick, reason: 'it is public' }).toString();
      const statuses: Record<string, number> = {};
      for (const row of routes.filter((each) => each.for === 'desk')) {
        const { status } = await call({ ...row, path: filled(row, text, { id }) }, { body });
        statuses[`${row.method} ${row.path}`] = status;
      }
      expect(statuses).toEqual({
        'GET /desk/:token': looks ? 200 : 403,
        'GET /desk/:token/stop/:way': stops ? 200 : 403,
        'POST /desk/:token/stop/:way': stops ? 303 : 403,
        'GET /desk/:token/request/:id': stops ? 200 : 403,
        'POST /desk/:token/request/:id': stops ? 303 : 403,
      });
      const state = (await small.store.read.requests.find(id))?.state;
      expect(state).toBe(stops ? 'approved' : 'draft');
    },
  );

  it('A16 · the door lets nobody in whom it does not know, and says the same to everybody', async () => {
    const pagesOf = async (answer: unknown) =>
      call(
        { method: 'POST', path: '/desk' },
        { body: new URLSearchParams({ answer: JSON.stringify(answer) }).toString() },
      );
    const door = openPageUseCases(small.house).desk.door();
    if (door.kind !== 'door') throw new Error(JSON.stringify(door));
    const stranger = new SoftPasskey({ origin: pages.origin, rpId: 'localhost' });
    const told = [await pagesOf(null), await pagesOf({}), await pagesOf(stranger.sign(door.challenge))];
    expect(told.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect(new Set(told.map(({ text }) => text)).size).toBe(1);
    expect(await small.store.read.audit.head()).toBeNull();
  });
});
