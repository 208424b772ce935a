import type { Decision } from '#approvals/request.ts';
import { formatDuration } from '#domain/duration.ts';
import { utcMinute } from '#domain/instant.ts';
import type { Electorate } from './electorate.ts';
import type { House } from './house.ts';
import type { PlannedRequest } from './ports/requests.ts';
import type { Writing } from './ports/store.ts';
import { mustMove } from './record.ts';
import { isCollected, readyAtOf, safeguardsNow } from './when-ready.ts';

const who = 'system:quorum';

/**
 * Everybody needed has approved: it is carried out, waits for its hour, or for its requester. Nothing is sent while the last approval can
 * still be taken back. Answers what happens next.
 */
export async function settleQuorum(
  tx: Writing,
  house: House,
  met: { record: PlannedRequest; electorate: Electorate; decisions: readonly Decision[] },
): Promise<string> {
  const approvals = met.decisions.filter(({ kind }) => kind === 'approve');
  const { vetoMs } = safeguardsNow(met.record, met.electorate);
  const readyAt = readyAtOf(met.record, approvals, Math.max(vetoMs, house.policy().policy.takeBackMs));
  const record = await mustMove(tx, house, {
    record: met.record,
    move: { event: 'approve-met', who, outcome: '', inTime: true, readyAt },
  });
  const isForRequester = isCollected(record);
  const isVetoable = readyAt !== null && vetoMs > 0;
  const { notBefore = null } = record.terms;
  const isLater = notBefore !== null && notBefore > house.clock.now();
  if (isForRequester || isVetoable || isLater) {
    await mustMove(tx, house, { record, move: { event: 'wait', who, outcome: '' } });
  }
  if (isLater) return `It waits for its hour, ${utcMinute(notBefore)}, and is looked at again then.`;
  return nextOf({ isForRequester, vetoMs: isVetoable ? vetoMs : 0, requester: record.terms.requester.name });
}

function nextOf(met: { isForRequester: boolean; vetoMs: number; requester: string }): string {
  const then = met.isForRequester ? `${met.requester} can collect the key` : 'it is carried out';
  if (met.vetoMs > 0) {
    return `For ${formatDuration(met.vetoMs)} whoever could have denied it can cancel it; then ${then}.`;
  }
  return met.isForRequester ? `${met.requester} can now collect the key.` : 'It is being carried out.';
}
