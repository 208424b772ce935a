import { describe, expect, test } from 'vitest';
import { Fault } from '#domain/fault.ts';
import { minuteMs } from '#domain/instant.ts';
import { operationId } from '#domain/ids.ts';
import type { JsonObject } from '#domain/json.ts';
import { asItComes, type ListWish } from '#operations/lists/list-wish.ts';
import type { View } from '#operations/view.ts';
import { at, type Somebody } from '../support/cast.ts';
import { kindsRemembered, remembered } from '../support/remembered.ts';
import { smallPolicy } from '../support/small-policy.ts';
import { openSmallHouse, type SmallHouse } from '../support/small-house.ts';
import { approved, collects, drafted, must, requested } from '../support/walk.ts';

type Asked = JsonObject & { readonly as?: Somebody };

/** What somebody (Erin, unless `as` says who) gets for a command. */
const reads = (small: SmallHouse, id: string, { as = 'erin', ...input }: Asked = {}) =>
  small.useCases.read({ operationId: operationId(id), input, caller: at(as, { via: 'command' }) });

async function viewOf(small: SmallHouse, id: string, asked: Asked = {}): Promise<View> {
  const outcome = await reads(small, id, asked);
  if (outcome.kind !== 'view') throw new Error(`No view: ${JSON.stringify(outcome)}`);
  return outcome.view;
}

const rowsOf = (view: View) => view.parts.flatMap((part) => (part.part === 'rows' ? part.rows : []));
const namesOf = (view: View): readonly string[] => rowsOf(view).flatMap((row) => row.cells.slice(0, 1));
const searchDev = { id: 'proj_dev', name: 'search-dev' };
const erinsKey = { id: 'key_dev', name: 'erin-laptop', redacted: '', project: searchDev };

describe('a read', () => {
  test('is answered at once, needs nobody’s consent, and is remembered with what was asked', async () => {
    const small = await openSmallHouse();
    const view = await viewOf(small, 'keys.show', { key: erinsKey });
    expect(view.title).toBe('API key erin-laptop');
    expect(await remembered(small)).toMatchObject([
      {
        kind: 'request.read',
        who: 'U0ERIN0001',
        what: { operation: 'keys.show', via: 'command', input: { key: { id: 'key_dev' } } },
      },
    ]);
    expect(await small.store.read.requests.list({ limit: 10 })).toEqual([]);
  });

  test('of a project’s keys lists them, and the next one within two minutes asks OpenAI nothing', async () => {
    const small = await openSmallHouse();
    expect(namesOf(await viewOf(small, 'keys.list', { project: searchDev }))).toEqual([
      'erin-laptop',
      'ranker-a',
      'ranker-b',
    ]);
    small.vendor.reads.length = 0;
    small.clock.forward(2 * minuteMs - 1);
    await viewOf(small, 'keys.list', { project: searchDev });
    expect(small.vendor.reads).toEqual([]);
    small.clock.forward(1);
    await viewOf(small, 'keys.list', { project: searchDev });
    expect(small.vendor.reads.map(({ endpoint }) => endpoint.split('/').at(-1))).toEqual(['projects', 'api_keys']);
  });

  test('shows an older list with its age while OpenAI cannot be asked', async () => {
    const small = await openSmallHouse();
    await viewOf(small, 'projects.list');
    small.clock.forward(10 * minuteMs);
    small.vendor.readFault = new Fault('openai.throttled', 'later');
    const view = await viewOf(small, 'projects.list');
    expect(namesOf(view)).toEqual(['search-dev', 'search-prod']);
    expect(view.parts.find((part) => part.part === 'note')).toEqual({
      part: 'note',
      text: 'As OpenAI said 10 minutes ago.',
    });
    expect(small.log.messages('warn')).toEqual(['An older list is shown because OpenAI could not be asked']);
  });

  test('says that it failed when there is no older list', async () => {
    const small = await openSmallHouse();
    small.vendor.readFault = new Fault('openai.unreachable', 'down');
    expect(await reads(small, 'projects.list')).toMatchObject({ kind: 'failed' });
    expect(await kindsRemembered(small)).toEqual([]);
  });
});

describe('a list', () => {
  const wanted = (small: SmallHouse, wish: Partial<ListWish>, id = 'projects.list') =>
    small.useCases.read({
      operationId: operationId(id),
      input: {},
      wish: { ...asItComes, ...wish },
      caller: at('erin', { via: 'command' }),
    });

  test('is sorted and searched as wanted', async () => {
    const small = await openSmallHouse();
    const sorted = await wanted(small, { sort: '-name' });
    expect(sorted.kind === 'view' && namesOf(sorted.view)).toEqual(['search-prod', 'search-dev']);
    const found = await wanted(small, { match: 'PROD' });
    expect(found.kind === 'view' && namesOf(found.view)).toEqual(['search-prod']);
  });

  test('is not sorted by a column that it does not have', async () => {
    const small = await openSmallHouse();
    expect(await wanted(small, { sort: 'size' })).toMatchObject({ code: 'list.column' });
  });

  test('that is taken away as a file has what was read about each row, and the record says so', async () => {
    const small = await openSmallHouse();
    const taken = await wanted(small, { file: 'csv' });
    expect(taken.kind === 'view' && rowsOf(taken.view).map((row) => row.record)).toMatchObject([
      { id: 'proj_dev', name: 'search-dev' },
      { id: 'proj_prod', name: 'search-prod' },
    ]);
    expect(await remembered(small)).toMatchObject([
      { kind: 'request.read', what: { operation: 'projects.list', file: 'csv' } },
    ]);
  });
});

describe('my keys', () => {
  test('are those issued to me and those under the address that the policy binds to me', async () => {
    const small = await openSmallHouse();
    const id = await approved(small, 'a new key');
    await collects(small, id);
    await viewOf(small, 'keys.list', { project: searchDev });
    await viewOf(small, 'keys.list', { project: { id: 'proj_prod', name: 'search-prod' } });
    const names = namesOf(await viewOf(small, 'keys.list'));
    expect(new Set(names)).toEqual(new Set(['erin-laptop', 'erin-prod', 'nightly-eval']));
  });

  test('hold a key that was issued before any list was read', async () => {
    const small = await openSmallHouse();
    await collects(small, await approved(small, 'a new key'));
    expect(namesOf(await viewOf(small, 'keys.list'))).toEqual(['nightly-eval']);
  });

  test('are nobody else’s', async () => {
    const small = await openSmallHouse();
    await collects(small, await approved(small, 'a new key'));
    await viewOf(small, 'keys.list', { project: searchDev });
    for (const who of ['bea', 'zoe'] as const)
      expect(namesOf(await viewOf(small, 'keys.list', { as: who }))).toEqual([]);
  });
});

describe('requests', () => {
  test('are mine or everybody’s, open or all, and never a draft', async () => {
    const small = await openSmallHouse();
    await drafted(small, 'revoke her key');
    const mine = await requested(small, 'revoke in production');
    small.clock.forward(1000);
    const other = await requested(small, 'revoke her key', 'zoe');
    must(await small.useCases.cancel({ requestId: other, caller: at('zoe') }));
    const short = (id: string) => `R-${id.slice(-8)}`;
    expect(namesOf(await viewOf(small, 'requests.list'))).toEqual([short(mine)]);
    expect(namesOf(await viewOf(small, 'requests.list', { whose: 'all' }))).toEqual([short(other), short(mine)]);
    expect(namesOf(await viewOf(small, 'requests.list', { whose: 'all', open: true }))).toEqual([short(mine)]);
  });

  test('show who decided and what was sent', async () => {
    const small = await openSmallHouse();
    const id = await approved(small, 'a new key');
    await collects(small, id);
    const view = await viewOf(small, 'requests.show', { request: id });
    const isChange = (row: { readonly cells: readonly string[] }) =>
      row.cells.length === 3 && row.cells[1] === '(none)';
    const cells = rowsOf(view).flatMap((row) => (isChange(row) ? [] : [row.cells.join(' · ')]));
    expect(cells[0]).toBe('approved · Bea Lindqvist · 2026-11-23 12:00 UTC · ');
    expect(cells.slice(1)).toHaveLength(3);
    expect(cells[3]).toContain('POST /organization/projects/proj_dev/service_accounts/user_made_1/api_keys) · applied');
  });

  test('F10 · that are drafts show themselves to their requester alone, and to others are what does not exist', async () => {
    const small = await openSmallHouse();
    const id = await drafted(small, 'revoke her key');
    const missing = id.replaceAll(/.$/g, (last) => (last === '0' ? '1' : '0'));
    const [hers, nobodys] = [
      await reads(small, 'requests.show', { request: id, as: 'bea' }),
      await reads(small, 'requests.show', { request: missing, as: 'bea' }),
    ];
    expect(hers).toMatchObject({ code: 'requests.show.unknown' });
    expect(JSON.stringify(hers).replaceAll(id, 'X')).toBe(JSON.stringify(nobodys).replaceAll(missing, 'X'));
    expect((await viewOf(small, 'requests.show', { request: id })).title).toContain('Revoke an API key');
  });
});

describe('a read that is refused', () => {
  const refused: readonly (readonly [why: string, ask: { id: string; input: JsonObject }, code: string])[] = [
    ['because there is no such thing', { id: 'keys.peek', input: {} }, 'input.unknown-operation'],
    ['because it would change something', { id: 'keys.revoke', input: { key: erinsKey } }, 'input.unknown-operation'],
    ['because of its input', { id: 'keys.list', input: { project: 'search-dev' } }, 'input.invalid'],
    ['because the key is gone', { id: 'keys.show', input: { key: { ...erinsKey, id: 'key_gone' } } }, 'keys.show.gone'],
  ];

  test.each(refused)('F9 · %s is remembered as a refusal, not as a read', async (_, { id, input }, code) => {
    const small = await openSmallHouse();
    expect(await reads(small, id, input)).toMatchObject({ kind: 'refusal', code });
    await small.house.refusals.flush(small.house);
    expect(await kindsRemembered(small)).toEqual(['person.refused']);
  });

  test('F9 · because the policy lets nobody look', async () => {
    const small = await openSmallHouse({ policy: smallPolicy(['operations: reads', 'operations: projects.*']) });
    expect(await reads(small, 'users.list')).toMatchObject({ code: 'policy.no-rule' });
    expect(await reads(small, 'projects.list')).toMatchObject({ kind: 'view' });
    expect(small.vendor.reads.map(({ endpoint }) => endpoint)).toEqual(['GET /organization/projects']);
    await small.house.refusals.flush(small.house);
    expect(await kindsRemembered(small)).toEqual(['request.read', 'person.refused']);
  });
});
