import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BOT, ERIN, HELP } from './fake-people.ts';
import { clientOf, tokenOf } from './page-client.ts';
import type { PageClient } from './page-client.ts';
import { openPage } from './page-fixture.ts';
import type { OpenPage } from './page-fixture.ts';

let open: OpenPage;
let client: PageClient;

beforeEach(async () => {
  open = await openPage();
  client = await clientOf(open.page);
});

afterEach(() => open.page.close());

const place = { in: 'message', channelId: HELP, ts: '1.2' };
const state = { purpose: { value: { type: 'plain_text_input', value: 'because' } } };

/** Every act: what the page sends, and what must reach the seat. */
const ACTS = [
  ['command', { channelId: HELP, text: '/openai help' }, { command: '/openai help', userId: ERIN, channelId: HELP }],
  ['say', { channelId: HELP, text: 'hello' }, { say: { channelId: HELP, text: 'hello' }, userId: ERIN }],
  [
    'say',
    { channelId: HELP, text: 'in a thread', threadTs: '1.2' },
    { say: { channelId: HELP, text: 'in a thread', threadTs: '1.2' }, userId: ERIN },
  ],
  [
    'click',
    { click: { place, blockId: 'b', actionId: 'a', choice: { value: 'v', label: 'l' }, state } },
    { click: { place, blockId: 'b', actionId: 'a', choice: { value: 'v', label: 'l' }, state }, userId: ERIN },
  ],
  ['submit', { viewId: 'V1', state }, { submit: { viewId: 'V1', state }, userId: ERIN }],
  ['close-modal', {}, { closeModal: ERIN }],
  ['shortcut', { callbackId: 'get-key' }, { shortcut: 'get-key', userId: ERIN }],
  ['open-home', {}, { openHome: ERIN }],
] as const;

describe('an act', () => {
  it.each(ACTS)('“%s” reaches the seat as it was sent, and its outcome comes back', async (path, body, reaches) => {
    const answer = await client.post(`/api/act/${path}`, { person: ERIN, ...body });
    expect(answer).toMatchObject({ status: 200, body: { outcome: { ok: true } } });
    expect(open.stage.received).toEqual([reaches]);
  });

  it('brings back why it failed, in the client’s own code', async () => {
    const answer = await client.post('/api/act/command', { person: ERIN, channelId: HELP, text: '/openai slow' });
    expect(answer.body).toEqual({ outcome: { ok: false, failed: 'operation_timeout' } });
  });

  it('can ask for the options of an external select', async () => {
    const ask = { place: { in: 'view', viewId: 'V1' }, blockId: 'project', actionId: 'value', query: 'prod' };
    const answer = await client.post('/api/act/options', { person: ERIN, ask });
    expect(answer.body).toEqual({
      options: [{ value: 'proj_search-prod', label: 'search-prod', description: 'production' }],
    });
  });

  it.each(ACTS)('“%s” of nobody, or of the app itself, is refused', async (path, body) => {
    for (const person of ['U0NOBODY001', BOT]) {
      expect((await client.post(`/api/act/${path}`, { person, ...body })).status).toBe(404);
    }
    expect(open.stage.received).toEqual([]);
  });

  it.each(ACTS)('“%s” with more or less than it takes is refused', async (path, body) => {
    expect((await client.post(`/api/act/${path}`, { person: ERIN, ...body, extra: 1 })).status).toBe(400);
    expect((await client.post(`/api/act/${path}`, { ...body })).status).toBe(400);
    expect((await client.post(`/api/act/${path}`, 'text')).status).toBe(400);
    expect(open.stage.received).toEqual([]);
  });

  it('is not taken as a form, which another site could send unasked', async () => {
    const headers = { 'content-type': 'text/plain', 'x-sandbox-token': await tokenOf(open.page) };
    const body = JSON.stringify({ person: ERIN, channelId: HELP, text: 'hello' });
    expect((await client.send('/api/act/say', { method: 'POST', headers, body })).status).toBe(400);
  });

  it('larger than any form is cut off', async () => {
    const answer = await client.post('/api/act/say', { person: ERIN, channelId: HELP, text: 'x'.repeat(300_000) });
    expect(answer.status).toBe(413);
  });

  it('that breaks the world answers one plain sentence and reports the fault', async () => {
    open.stage.failNext = true;
    const answer = await client.post('/api/act/say', { person: ERIN, channelId: HELP, text: 'hello' });
    expect(answer.status).toBe(500);
    expect(JSON.stringify(answer.body)).not.toContain('the world ended');
    expect(open.faults).toMatchObject([{ message: 'the world ended' }]);
  });
});
