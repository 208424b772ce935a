import type { Generated } from 'kysely';

export interface OrdersTable {
  id: Generated<number>;
  /** The request by which people countersigned it. */
  request_id: string;
  /** JSON, and the digest over it. */
  terms: string;
  digest: string;
  begun_at: number;
  ended_at: number | null;
  /** Slack user id of whoever ended it. */
  ended_by: string | null;
}

export interface OrderUsesTable {
  /** One use a request, however often its carrying out is begun. */
  request_id: string;
  order_id: number;
  person: string;
  at: number;
}

/** How often an order did not cover what its rule describes. */
export interface OrderRefusalsTable {
  order_id: number;
  code: string;
  times: number;
}
