import { describe, expect, it } from 'vitest';
import type { CallLogLine } from '#workflow/ports/call-log.ts';
import type { CurrentStore } from '../contract.ts';
import { NOON } from '../sample-request.ts';

const line = (n: number, run = 'run-1'): CallLogLine => ({
  run,
  at: NOON + n,
  cause: 'job:watch-audit-log',
  method: 'GET',
  path: '/organization/audit_logs',
  status: n === 2 ? null : 200,
  vendorRequestId: n === 2 ? null : `req_${n}`,
  durationMs: 120,
});

export function callLogContract(store: CurrentStore): void {
  describe('call log', () => {
    it('answers a run’s lines in the order of the calls, and forgets by age', async () => {
      await store().transact(async (tx) => {
        for (const one of [line(3), line(1), line(2), line(4, 'run-2')]) await tx.callLog.add(one);
        expect(await tx.callLog.ofRun('run-1')).toEqual([line(3), line(1), line(2)]);
        expect(await tx.callLog.forget(NOON + 3)).toBe(2);
        expect(await tx.callLog.ofRun('run-1')).toEqual([line(3)]);
      });
    });

    it('measures in whole milliseconds', async () => {
      await store().transact(async (tx) => {
        await tx.callLog.add({ ...line(1), durationMs: 12.6 });
        expect(await tx.callLog.ofRun('run-1')).toMatchObject([{ durationMs: 13 }]);
      });
    });
  });
}
