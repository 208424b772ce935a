import { warrantOf } from '#approvals/warrant.ts';
import { orderName } from '#domain/order-name.ts';
import type { House } from '../house.ts';
import type { PlannedRequest } from '../ports/requests.ts';
import type { Writing } from '../ports/store.ts';
import { mustMove } from '../record.ts';
import { isCollected } from '../when-ready.ts';

/**
 * Approves what runs on something else than its quorum, in the transaction that sends it. The only other place where a request comes to be
 * approved is the vote; what stands in for it is looked at again by the gates and by the claim.
 */
export async function approveUnder(tx: Writing, house: House, record: PlannedRequest): Promise<PlannedRequest> {
  const who = `system:${warrantOf(record.terms).by}`;
  const approved = await mustMove(tx, house, {
    record,
    move: { event: 'approve-met', who, outcome: '', inTime: true, readyAt: null },
  });
  if (!isCollected(approved)) return approved;
  return mustMove(tx, house, { record: approved, move: { event: 'wait', who, outcome: '' } });
}

/** What happens with a request that needed nobody's approval, as a sentence for whoever sent it. */
export function whatRuns(record: PlannedRequest): string {
  const warrant = warrantOf(record.terms);
  const next = isCollected(record) ? 'You can collect the key now.' : 'It is being carried out.';
  if (warrant.by === 'standing-order') return `${next} Standing order ${orderName(warrant.order.id)} covers it.`;
  if (warrant.by === 'desk') return `${next} Slack is told as soon as it answers, and somebody else has to review it.`;
  return `${next} Every channel is told, and somebody else has to review it.`;
}
