import type { Generated } from 'kysely';

export interface CallLogTable {
  id: Generated<number>;
  run: string;
  at: number;
  cause: string;
  method: string;
  path: string;
  status: number | null;
  vendor_request_id: string | null;
  duration_ms: number;
}
