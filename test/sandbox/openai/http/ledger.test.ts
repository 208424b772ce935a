import { describe, expect, it } from 'vitest';

import { createLedger } from '#sandbox/openai/http/ledger.ts';
import { openEmulator } from '../open-emulator.ts';
import { ids } from '../small-seed.ts';

const secret = ['sk', 'proj', 'x'.repeat(20)].join('-');

describe('the ledger of calls', () => {
  it('keeps what was sent and how it was answered, oldest first', async () => {
    const { call, emulator, clock } = await openEmulator();
    await call('GET', '/organization/projects?limit=2');
    clock.advance(5000);
    const { headers } = await call('POST', `/organization/projects/${ids.defaultProject}`, { body: { name: 'x' } });
    expect(emulator.calls()).toMatchObject([
      { method: 'GET', path: '/organization/projects', query: 'limit=2', body: null, status: 200, fault: null },
      {
        atMs: clock.nowMs(),
        method: 'POST',
        path: `/organization/projects/${ids.defaultProject}`,
        query: '',
        body: { name: 'x' },
        status: 400,
        requestId: headers.get('x-request-id'),
      },
    ]);
  });

  it('keeps status 0 for a call that got no answer', async () => {
    const { call, emulator } = await openEmulator();
    emulator.failNext({ method: 'GET', pathPattern: '/organization/users', fault: 'drop_after' });
    await expect(call('GET', '/organization/users')).rejects.toThrow();
    expect(emulator.calls()).toMatchObject([{ status: 0, fault: 'drop_after' }]);
  });

  it('keeps no secret, wherever it was put', async () => {
    const { call, emulator } = await openEmulator();
    await call('POST', `/organization/projects/${secret}?x=${secret}`, { body: { name: `a ${secret}` } });
    const kept = JSON.stringify([emulator.calls(), emulator.board()]);
    expect([kept.includes(secret), kept.includes(emulator.adminKey)]).toEqual([false, false]);
    expect(emulator.calls()[0]?.body).toEqual({ name: 'a sk-***' });
  });

  it('keeps the last five thousand', () => {
    const ledger = createLedger();
    const call = { atMs: 0, method: 'GET', path: '/', query: '', body: null, status: 200, requestId: 'r', fault: null };
    for (let atMs = 0; atMs < 5010; atMs += 1) ledger.add({ ...call, atMs });
    expect([ledger.all().length, ledger.all()[0]?.atMs]).toEqual([5000, 10]);
  });
});
