import { describe, expect, test } from 'vitest';
import { digestOf } from '#domain/canonical.ts';
import { CallLedger } from '#workflow/call-ledger.ts';
import { withWriters } from '../support/failing-store.ts';
import { remembered } from '../support/remembered.ts';
import { openSmallHouse } from '../support/small-house.ts';

const line = (n: number) => ({
  at: 1000 + n,
  cause: 'job:refresh-directory',
  method: 'GET',
  path: `/organization/projects/proj_${n}/api_keys`,
  status: 200,
  vendorRequestId: `req_${n}`,
  durationMs: 12,
});

describe('background reads', () => {
  test('of a run are one entry with their number and the hash over all of them, and stand in the call log', async () => {
    const small = await openSmallHouse();
    const lines = [line(1), line(2), line(3)];
    for (const each of lines) small.house.calls.add(each);
    expect(await small.house.calls.flush(small.house)).toBe(3);
    const told = await remembered(small);
    const hash = digestOf('countersign/call-log/v1', lines);
    expect(told).toMatchObject([
      { kind: 'background.reads', who: 'system:call-ledger', what: { calls: 3, dropped: 0, hash } },
    ]);
    const run = told[0]?.what['run'];
    expect(await small.store.transact((tx) => tx.callLog.ofRun(run as string))).toEqual(
      lines.map((each) => ({ ...each, run })),
    );
  });

  test('that there were none of are no entry', async () => {
    const small = await openSmallHouse();
    expect(await small.house.calls.flush(small.house)).toBe(0);
    expect(await remembered(small)).toEqual([]);
  });

  test('beyond five thousand make room for newer ones, and the entry says how many', async () => {
    const small = await openSmallHouse();
    const ledger = new CallLedger();
    for (let n = 0; n < 5003; n += 1) ledger.add(line(n));
    expect(await ledger.flush(small.house)).toBe(5000);
    expect((await remembered(small))[0]?.what).toMatchObject({ calls: 5000, dropped: 3 });
  });

  test('that could not be written are kept in order, together with those that came meanwhile', async () => {
    const small = await openSmallHouse();
    let isFull = true;
    const store = withWriters(small.store, () => {
      if (isFull) throw new Error('disk full');
    });
    small.house.calls.add(line(1));
    const flushing = small.house.calls.flush({ ...small.house, store });
    small.house.calls.add(line(2));
    await expect(flushing).rejects.toThrow('disk full');
    isFull = false;
    expect(await small.house.calls.flush({ ...small.house, store })).toBe(2);
    const [entry] = await remembered(small);
    expect(entry?.what['hash']).toBe(digestOf('countersign/call-log/v1', [line(1), line(2)]));
  });
});
