import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientOf, tokenOf } from './page-client.ts';
import { openPage } from './page-fixture.ts';
import type { OpenPage } from './page-fixture.ts';

let open: OpenPage;

beforeEach(async () => {
  open = await openPage();
});

afterEach(() => open.page.close());

/** Reads the stream event by event. */
async function listen(): Promise<() => Promise<string>> {
  const response = await fetch(`${open.page.url}api/events?token=${await tokenOf(open.page)}`);
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let buffered = '';
  return async () => {
    while (!buffered.includes('\n\n')) buffered += (await reader?.read())?.value ?? '';
    const [event = '', ...rest] = buffered.split('\n\n');
    buffered = rest.join('\n\n');
    return event;
  };
}

describe('the stream of changes', () => {
  it('begins with one event, so that nothing is missed between reading and listening', async () => {
    const next = await listen();
    expect(await next()).toContain('event: change');
  });

  it('tells of many changes in a row once', async () => {
    const next = await listen();
    expect(await next()).toBe('event: change\ndata: 0');
    for (let count = 0; count < 50; count += 1) open.stage.ring();
    expect(await next()).toBe('event: change\ndata: 1');
    open.stage.ring();
    expect(await next()).toBe('event: change\ndata: 2');
  });

  it('goes on after a reset, which may have brought another seat', async () => {
    const next = await listen();
    await next();
    await (await clientOf(open.page)).post('/api/control/reset', {});
    expect(await next()).toContain('event: change');
    open.stage.ringSeat();
    expect(await next()).toContain('event: change');
  });
});
