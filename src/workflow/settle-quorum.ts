import type { Decision } from '#approvals/request.ts';
import { formatDuration } from '#domain/duration.ts';
import type { Electorate } from './electorate.ts';
import type { House } from './house.ts';
import type { PlannedRequest } from './ports/requests.ts';
import type { Writing } from './ports/store.ts';
import { mustMove } from './record.ts';
import { isCollected, readyAtOf, safeguardsNow } from './when-ready.ts';

const who = 'system:quorum';

/** Everybody needed has approved: it is carried out, waits for its hour, or for its requester. Answers what happens next. */
export async function settleQuorum(
  tx: Writing,
  house: House,
  met: { record: PlannedRequest; electorate: Electorate; decisions: readonly Decision[] },
): Promise<string> {
  const approvals = met.decisions.filter(({ kind }) => kind === 'approve');
  const readyAt = readyAtOf(safeguardsNow(met.record, met.electorate), approvals);
  const record = await mustMove(tx, house, {
    record: met.record,
    move: { event: 'approve-met', who, outcome: '', inTime: true, readyAt },
  });
  const isForRequester = isCollected(record);
  if (readyAt === null && !isForRequester) return 'It is being carried out.';
  await mustMove(tx, house, { record, move: { event: 'wait', who, outcome: '' } });
  const { name } = record.terms.requester;
  if (readyAt === null) return `${name} can now collect the key.`;
  const span = formatDuration(readyAt - house.clock.now());
  return `For ${span} whoever could have denied it can cancel it; ${isForRequester ? `then ${name} can collect the key` : 'then it is carried out'}.`;
}
