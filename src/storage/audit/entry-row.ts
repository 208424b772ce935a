import type { Selectable } from 'kysely';
import type { Entry } from '#audit/entry.ts';
import type { AuditEntriesTable } from '../tables/audit-entries.ts';

export function entryToRow(entry: Entry): AuditEntriesTable {
  const { seq, at, requestId: request_id, prev, hash, bodyHash: body_hash, body, salt } = entry;
  return { seq, at, request_id, prev, hash, body_hash, body, salt };
}

export function entryFromRow(row: Selectable<AuditEntriesTable>): Entry {
  const { seq, at, request_id: requestId, prev, hash, body_hash: bodyHash, body, salt } = row;
  return { seq, at, requestId, prev, hash, bodyHash, body, salt };
}
