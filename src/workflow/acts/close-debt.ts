import { debtName } from '#domain/debt-name.ts';
import type { Act } from '#operations/act.ts';
import type { House } from '../house.ts';
import type { Writing } from '../ports/store.ts';
import { enter } from '../record.ts';
import type { Acting, ActResult } from './act-result.ts';

export async function closeDebt(
  tx: Writing,
  house: House,
  { record, act }: Acting<Extract<Act, { kind: 'close-debt' }>>,
): Promise<ActResult> {
  const name = debtName(act.debtId);
  const requestId = record.terms.id;
  const closed = await tx.debts.close(act.debtId, { at: house.clock.now(), requestId });
  if (!closed) return { applied: false, outcome: `${name} was closed already.` };
  const reviewers = (await tx.requests.decisions(requestId)).filter(({ kind }) => kind === 'approve');
  const what = { debt: name, review: record.terms.reason, by: reviewers.map(({ slackId }) => slackId) };
  await enter(tx, house, { kind: 'debt.closed', who: 'system:execute', requestId, what });
  return { applied: true, outcome: `${name} is reviewed and closed.` };
}
