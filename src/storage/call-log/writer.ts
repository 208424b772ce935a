import type { Selectable, Transaction } from 'kysely';
import type { CallLogLine, CallLogWriter } from '#workflow/ports/call-log.ts';
import type { CallLogTable } from '../tables/call-log.ts';
import type { Database } from '../tables/database.ts';

// A run is one round of one job: a few pages of a few lists. Far above that, and still a list one can hash.
const MAX_OF_RUN = 10_000;

export function createCallLogWriter(trx: Transaction<Database>): CallLogWriter {
  return {
    async add(line) {
      await trx.insertInto('call_log').values(lineToRow(line)).execute();
    },
    async ofRun(run) {
      const rows = await trx
        .selectFrom('call_log')
        .selectAll()
        .where('run', '=', run)
        .orderBy('id')
        .limit(MAX_OF_RUN)
        .execute();
      return rows.map(lineFromRow);
    },
    async forget(before) {
      const { numDeletedRows } = await trx.deleteFrom('call_log').where('at', '<', before).executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

function lineToRow(line: CallLogLine) {
  const { run, at, cause, method, path, status, vendorRequestId: vendor_request_id } = line;
  return { run, at, cause, method, path, status, vendor_request_id, duration_ms: Math.round(line.durationMs) };
}

function lineFromRow(row: Selectable<CallLogTable>): CallLogLine {
  const { run, at, cause, method, path, status, vendor_request_id: vendorRequestId, duration_ms: durationMs } = row;
  return { run, at, cause, method, path, status, vendorRequestId, durationMs };
}
