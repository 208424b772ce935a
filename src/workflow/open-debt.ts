import type { Debt } from '#approvals/debt.ts';
import { debtName } from '#domain/debt-name.ts';
import type { PlannedRequest } from './ports/requests.ts';
import type { Writing } from './ports/store.ts';
import { enter, type Scribe } from './record.ts';

/**
 * Opens the debt of a request that runs with less than the usual consent, in the transaction that lets it run. Once a request, however
 * often its carrying out is begun; null where it is open already.
 */
export async function openDebt(
  tx: Writing,
  scribe: Scribe,
  owed: { readonly record: PlannedRequest; readonly kind: Debt['kind']; readonly incident: string },
): Promise<Debt | null> {
  const { record, kind, incident } = owed;
  const { id: requestId, requester: by, plan } = record.terms;
  const decisions = await tx.requests.decisions(requestId);
  const approvers = decisions.filter((each) => each.kind === 'approve').map(({ person }) => person);
  const openedAt = scribe.clock.now();
  const debt = await tx.debts.begin({ requestId, kind, by, title: plan.title, incident, approvers, openedAt });
  if (debt === null) return null;
  const what = { debt: debtName(debt.id), how: kind, incident, operation: plan.operation };
  await enter(tx, scribe, { kind: 'debt.opened', who: by.slackId, requestId, what });
  return debt;
}
