import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientOf } from './page-client.ts';
import type { PageClient } from './page-client.ts';
import { openPage } from './page-fixture.ts';
import type { OpenPage } from './page-fixture.ts';

const DAY_MS = 86_400_000;

let open: OpenPage;
let client: PageClient;

beforeEach(async () => {
  open = await openPage();
  client = await clientOf(open.page);
});

afterEach(() => open.page.close());

describe('a control', () => {
  it('moves the clock forward', async () => {
    const before = open.stage.clock.nowMs();
    const answer = await client.post('/api/control/advance', { byMs: DAY_MS });
    expect(answer).toMatchObject({ status: 200, body: { ok: true } });
    expect(open.stage.clock.nowMs()).toBe(before + DAY_MS);
  });

  it.each([0, -DAY_MS, 1.5, 367 * DAY_MS, '1', null])('does not move the clock by %s', async (byMs) => {
    expect((await client.post('/api/control/advance', { byMs })).status).toBe(400);
    expect(open.stage.received).toEqual([]);
  });

  it('tampers, and the next proof says so', async () => {
    expect((await client.post('/api/control/verify', {})).body).toMatchObject({ ok: true });
    const tampered = await client.post('/api/control/tamper', {});
    expect(tampered.body).toMatchObject({ ok: true, lines: [expect.stringContaining('Entry 3')] });
    expect((await client.post('/api/control/verify', {})).body).toMatchObject({ ok: false });
  });

  it('goes behind the bot’s back, which shows on the board', async () => {
    const answer = await client.post('/api/control/go-behind-the-back', {});
    expect(answer.body).toMatchObject({ ok: true, lines: [expect.stringContaining('shadow')] });
    expect(JSON.stringify(open.stage.board())).toContain('shadow');
  });

  it('resets the stage', async () => {
    open.stage.addKey('proj_search_dev', 'gone-soon');
    expect((await client.post('/api/control/reset', {})).status).toBe(200);
    expect(JSON.stringify(open.stage.board())).not.toContain('gone-soon');
  });

  it('that throws answers one plain sentence and reports the fault', async () => {
    open.stage.failNext = true;
    const answer = await client.post('/api/control/tamper', {});
    expect(answer).toMatchObject({ status: 500, body: { error: 'fault' } });
    expect(open.faults).toHaveLength(1);
  });
});
