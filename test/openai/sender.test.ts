import { describe, expect, it } from 'vitest';
import { deleteKey, showProject } from './support/fixtures.ts';
import { json, openMockVendor } from './support/mock-vendor.ts';
import { problem } from './support/replies.ts';

describe('the call log', () => {
  it('hears of each exchange: when, why, what, and what came of it', async () => {
    const { vendor, api, exchanges, time } = openMockVendor();
    api
      .intercept({ path: /proj_search$/ })
      .reply(200, { id: 'proj_search' }, { headers: { ...json.headers, 'x-request-id': 'req_5' } });
    await vendor.read(showProject, {
      pages: 'one',
      absent: 'fault',
      context: { priority: 'poll', cause: 'job:refresh-directory' },
    });
    expect(exchanges).toEqual([
      {
        at: time.nowMs(),
        cause: 'job:refresh-directory',
        ownerOfCall: 'job',
        priority: 'poll',
        method: 'GET',
        path: '/organization/projects/proj_search',
        status: 200,
        vendorRequestId: 'req_5',
        durationMs: expect.any(Number) as number,
      },
    ]);
  });

  it('hears of each attempt, also of one without an answer', async () => {
    const { vendor, api, exchanges, time } = openMockVendor();
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    api.intercept({ path: /proj_search$/ }).replyWithError(refused);
    api.intercept({ path: /proj_search$/ }).reply(200, { id: 'proj_search' }, json);
    const reading = vendor.read(showProject, {
      pages: 'one',
      absent: 'fault',
      context: { priority: 'click', cause: 'person:U1' },
    });
    await time.advance(1000);
    await reading;
    expect(exchanges.map((line) => line.status)).toEqual([null, 200]);
  });

  it('changes nothing about a call when it cannot be written', async () => {
    const { vendor, api, log } = openMockVendor({
      onExchange: () => {
        throw new Error('the disk is full');
      },
    });
    api.intercept({ method: 'DELETE', path: /key_1$/ }).reply(200, { id: 'key_1', deleted: true }, json);
    const how = { secretAt: null, context: { priority: 'click', cause: 'request:R1' } } as const;
    expect(await vendor.perform(deleteKey, how)).toMatchObject({ kind: 'applied' });
    expect(log.lines.join()).toContain('call log');
  });
});

it('the process log has a line for what went badly, and none for what went well', async () => {
  const { vendor, api, log } = openMockVendor();
  const how = { secretAt: null, context: { priority: 'click', cause: 'request:R1' } } as const;
  api.intercept({ method: 'DELETE', path: /key_1$/ }).reply(200, { id: 'key_1', deleted: true }, json);
  await vendor.perform(deleteKey, how);
  expect(log.lines).toEqual([]);
  api.intercept({ method: 'DELETE', path: /key_1$/ }).reply(503, problem('Overloaded.'), json);
  await vendor.perform(deleteKey, how);
  expect(log.lines).toHaveLength(1);
});
