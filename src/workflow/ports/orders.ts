import type { Order, OrderUse, OrderUses } from '#approvals/order.ts';
import type { PersonId, RequestId, SlackUserId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';

// Each takes two people and an end date; more than this nobody could keep in mind.
export const mostOrders = 50;

export interface OrderRefusals {
  readonly code: string;
  readonly times: number;
}

export interface OrderReader {
  /** Those that were not ended, also where their time is over, oldest first; at most `mostOrders`, which whoever begins one has to mind. */
  active(): Promise<readonly Order[]>;
  find(id: number): Promise<Order | null>;
  /** Counts the uses of an order that changed something or still may; this request's own left out. */
  countUses(
    id: number,
    by: {
      readonly person: PersonId;
      readonly requestId: RequestId | null;
      /** Uses up to these moments are too old to count for a share, and for what everybody used lately. */
      readonly since: { readonly own: Instant; readonly lately: Instant };
    },
  ): Promise<OrderUses>;
  /** How often it did not cover what its rule describes, by the code of the reason. */
  refusals(id: number): Promise<readonly OrderRefusals[]>;
  /** Newest first, at most 50. */
  uses(id: number): Promise<readonly OrderUse[]>;
}

export interface OrderWriter extends OrderReader {
  begin(order: Omit<Order, 'id' | 'endedAt'>): Promise<Order>;
  /** False when it was ended already. */
  end(id: number, ended: { readonly at: Instant; readonly by: SlackUserId }): Promise<boolean>;
  /** False where this request has used it already. */
  use(use: OrderUse): Promise<boolean>;
  countRefusal(id: number, code: string): Promise<void>;
}
