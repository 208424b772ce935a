import { describe, expect, it } from 'vitest';

import { openEmulator } from '../open-emulator.ts';

const lists = [
  ['/organization/projects?limit=1', 'after', 'last_id'],
  ['/organization/admin_api_keys?limit=1', 'after', 'last_id'],
  ['/organization/groups?limit=1', 'after', 'next'],
  ['/organization/usage/completions?start_time=1795000000&limit=1', 'page', 'next_page'],
] as const;

describe('a list', () => {
  it.each(lists)('%s can go in a circle', async (path, param, cursor) => {
    const { call, emulator } = await openEmulator();
    const pathPattern = path.split('?')[0] ?? '';
    emulator.failNext({ method: 'GET', pathPattern, fault: 'repeat_cursor', times: 2 });
    const first = await call('GET', path);
    const second = await call('GET', `${path}&${param}=${String(first.json[cursor])}`);
    expect(second.json).toEqual(first.json);
    expect(first.json).toMatchObject({ has_more: true, [cursor]: expect.any(String) });
    const third = await call('GET', `${path}&${param}=${String(second.json[cursor])}`);
    expect(third.json['data']).not.toEqual(first.json['data']);
  });

  it.each(lists)('%s can say that there is more and not where', async (path, _, cursor) => {
    const { call, emulator } = await openEmulator();
    emulator.failNext({ method: 'GET', pathPattern: path.split('?')[0] ?? '', fault: 'missing_last_id' });
    const { json } = await call('GET', path);
    expect(json['has_more']).toBe(true);
    expect(json).not.toHaveProperty(cursor);
    expect((await call('GET', path)).json).toHaveProperty(cursor);
  });

  it('that ends with its first page goes on for ever too', async () => {
    const { call, emulator } = await openEmulator();
    const pathPattern = '/organization/groups';
    emulator.failNext({ method: 'GET', pathPattern, fault: 'repeat_cursor', times: 2 });
    const { json } = await call('GET', pathPattern);
    expect(json).toMatchObject({ has_more: true, next: expect.any(String) });
    expect((await call('GET', `${pathPattern}?after=${String(json['next'])}`)).json).toEqual(json);
  });

  it('is the only thing that these faults touch', async () => {
    const { call, emulator } = await openEmulator();
    const pathPattern = '/organization/data_retention';
    for (const fault of ['repeat_cursor', 'missing_last_id'] as const) {
      emulator.failNext({ method: 'GET', pathPattern, fault });
      expect((await call('GET', pathPattern)).json).toEqual({
        object: 'organization.data_retention',
        type: 'modified_abuse_monitoring',
      });
    }
  });
});
