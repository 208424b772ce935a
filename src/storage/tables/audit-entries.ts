/** The chain. Only `body` and `salt` of a row can ever change: together, to null. */
export interface AuditEntriesTable {
  seq: number;
  at: number;
  request_id: string | null;
  prev: string;
  hash: string;
  body_hash: string;
  body: string | null;
  salt: string | null;
}
