import type { Debt } from '#approvals/debt.ts';
import type { RequestId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';

// Each blocks its maker until it is reviewed, so that more than this many people would have to be in an emergency at once.
export const mostDebts = 200;

export interface DebtReader {
  /** What waits for a review, oldest first; at most `mostDebts`. */
  open(): Promise<readonly Debt[]>;
}

export interface DebtWriter extends DebtReader {
  /** Null where this request has opened one already. */
  begin(debt: Omit<Debt, 'id'>): Promise<Debt | null>;
  /** False when it is closed already. */
  close(id: number, closed: { readonly at: Instant; readonly requestId: RequestId }): Promise<boolean>;
  /** Notes that people were told again, if they were last told before that moment; answers whether it did. */
  remind(id: number, told: { readonly before: Instant; readonly at: Instant }): Promise<boolean>;
}
