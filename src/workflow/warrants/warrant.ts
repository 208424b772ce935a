import { warrantOf } from '#approvals/warrant.ts';
import type { Refusal } from '#domain/refusal.ts';
import type { House } from '../house.ts';
import type { PlannedRequest } from '../ports/requests.ts';
import type { Reading, Writing } from '../ports/store.ts';
import { refuseDesk, useDesk } from './at-desk.ts';
import { breakGlass, refuseBrokenGlass } from './break-glass.ts';
import { refuseUnderOrder, useOrder } from './standing-order.ts';

/** Why a request may not run on what stands in for its quorum, as it is now; null where it may, or runs on its quorum. */
export async function refuseWarrant(
  read: Pick<Reading, 'debts' | 'orders' | 'stepUp'>,
  house: Pick<House, 'policy' | 'clock'>,
  record: PlannedRequest,
): Promise<Refusal | null> {
  const warrant = warrantOf(record.terms);
  switch (warrant.by) {
    case 'quorum':
      return null;
    case 'break-glass':
      return refuseBrokenGlass(read, house, { record, debt: warrant.debt });
    case 'standing-order':
      return refuseUnderOrder(read, house, { record, order: warrant.order });
    case 'desk':
      return refuseDesk(read, house, { record, until: warrant.until });
  }
}

/** Writes down that it was used, in the transaction of the claim: once a request, however often it is begun. */
export async function useWarrant(tx: Writing, house: House, record: PlannedRequest): Promise<void> {
  const warrant = warrantOf(record.terms);
  switch (warrant.by) {
    case 'quorum':
      return;
    case 'break-glass':
      return breakGlass(tx, house, { record, debt: warrant.debt });
    case 'standing-order':
      return useOrder(tx, house, { record, order: warrant.order });
    case 'desk':
      return useDesk(tx, house, record);
  }
}

export const runsOnQuorum = ({ terms }: PlannedRequest): boolean => warrantOf(terms).by === 'quorum';
