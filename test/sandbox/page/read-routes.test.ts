import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PageConfig, PageView } from '#sandbox/page/wire.ts';
import { APPROVALS, BEA, BOT, ERIN, GALLERY, HELP } from './fake-people.ts';
import { CHART } from './fake-workspace.ts';
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

async function look(query: string): Promise<PageView> {
  return (await client.get(`/api/view?${query}`)).body as PageView;
}

describe('what the page reads', () => {
  it('begins with the names it was started with', async () => {
    const config = (await client.get('/api/config')).body as PageConfig;
    expect(config).toMatchObject({ mode: 'live', commandName: '/openai', workspaceName: 'Larkspur' });
    expect(config.shortcuts.map(({ callbackId }) => callbackId)).toEqual(['get-key', 'report-leak']);
    expect(config.roles[ERIN]).toBe('engineer');
    expect(config.people.map(({ id }) => id)).toContain(BEA);
  });

  it('is one moment as one person sees it', async () => {
    const view = await look(`person=${ERIN}&channel=${HELP}`);
    expect(view.nowMs).toBe(open.stage.clock.nowMs());
    expect(view.messages.map(({ text }) => text)).toContain('Thanks! Typing…');
    expect(view.home?.type).toBe('home');
    expect(view.modal).toBeNull();
    expect(view.board.organization.name).toBe('Larkspur Robotics');
  });

  it('shows a private hint to its person only', async () => {
    const has = (view: PageView) => view.messages.some((message) => message.ephemeral);
    expect(has(await look(`person=${ERIN}&channel=${HELP}`))).toBe(true);
    expect(has(await look(`person=${BEA}&channel=${HELP}`))).toBe(false);
  });

  it('shows a thread when asked for one', async () => {
    const parent = (await look(`person=${ERIN}&channel=${HELP}`)).messages[0];
    expect(parent?.replyCount).toBe(2);
    expect((await look(`person=${ERIN}&channel=${HELP}&thread=${parent?.ts}`)).thread).toHaveLength(2);
  });

  it('counts what is unread after the open channel was read', async () => {
    open.stage.workspace.post({ channelId: APPROVALS, text: 'a card' });
    const unread = (view: PageView) => view.channels.find(({ id }) => id === APPROVALS)?.unread;
    expect(unread(await look(`person=${ERIN}`))).toBe(1);
    expect(unread(await look(`person=${ERIN}&channel=${APPROVALS}`))).toBe(0);
    expect(unread(await look(`person=${BEA}`))).toBe(1);
  });

  it('is refused to nobody’s and to the app’s seat', async () => {
    for (const person of ['', 'U0NOBODY001', BOT]) {
      expect((await client.get(`/api/view?person=${person}`)).status).toBe(404);
    }
  });

  it('carries files by name and size, and their bytes apart', async () => {
    const view = await look(`person=${ERIN}&channel=${GALLERY}`);
    expect(view.messages[0]?.files[0]).toMatchObject({ id: CHART.id, byteLength: CHART.bytes.byteLength });
    const url = new URL(
      `/api/files/${GALLERY}/${CHART.id}?person=${ERIN}&token=${await tokenOf(open.page)}`,
      open.page.url,
    );
    const response = await fetch(url);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(CHART.bytes);
  });

  it('never lets a browser draw a file that is no picture', async () => {
    const page = {
      ...CHART,
      id: 'F0PAGE00001',
      mimetype: 'text/html',
      bytes: Buffer.from('<script>alert(1)</script>'),
    };
    open.stage.workspace.post({ channelId: HELP, text: 'a file', files: [page] });
    const answer = await client.get(`/api/files/${HELP}/F0PAGE00001?person=${ERIN}`);
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('content-disposition')).toBe('attachment');
  });

  it('gives no file to who cannot see its message', async () => {
    expect((await client.get(`/api/files/${HELP}/${CHART.id}?person=${ERIN}`)).status).toBe(404);
    expect((await client.get(`/api/files/${GALLERY}/${CHART.id}?person=U0NOBODY001`)).status).toBe(404);
  });
});
