import { debtOf } from '#approvals/debt.ts';
import type { DebtTerms } from '#approvals/warrant.ts';
import { isOver } from '#approvals/deadline.ts';
import { debtName } from '#domain/debt-name.ts';
import { shortRequestId } from '#domain/ids.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { findOperation } from '#operations/catalogue.ts';
import { refuseAlone } from '#policy/break-glass.ts';
import type { Policy } from '#policy/policy.ts';
import type { House } from '../house.ts';
import { openDebt } from '../open-debt.ts';
import type { PlannedRequest } from '../ports/requests.ts';
import type { Reading, Writing } from '../ports/store.ts';
import { enter } from '../record.ts';
import { isOwnProofKept } from '../step-up/own-proof.ts';

function unpaid(debt: ReturnType<typeof debtOf>): Refusal | null {
  if (debt === null) return null;
  return refuse('break-glass.debt', {
    what: 'This cannot be done by break-glass.',
    rule: `${debtName(debt.id)} of ${debt.by.name} waits for a review, and one emergency is reviewed before the same person declares the next.`,
    whoCan: `Somebody who had no part in it: /openai debts close ${debtName(debt.id)}.`,
  });
}

/** Why a person may not begin an emergency now, debts included; null if they may. */
export async function refuseEmergency(
  read: Pick<Reading, 'debts'>,
  policy: Policy,
  emergency: Parameters<typeof refuseAlone>[1],
): Promise<Refusal | null> {
  return refuseAlone(policy, emergency) ?? unpaid(debtOf(await read.debts.open(), emergency.person));
}

/** Why this request may not be carried out on one person's word now; a debt that it opened itself is no reason. */
export async function refuseBrokenGlass(
  read: Pick<Reading, 'debts' | 'stepUp'>,
  house: Pick<House, 'policy' | 'clock'>,
  { record, debt }: { readonly record: PlannedRequest; readonly debt: DebtTerms },
): Promise<Refusal | null> {
  const { id, requester, plan } = record.terms;
  const operation = findOperation(plan.operation);
  const what = 'This is not carried out by break-glass.';
  if (operation === null || plan.act !== null)
    return refuse('break-glass.not-listed', { what, rule: 'Break-glass changes nothing of the house itself.' });
  if (isOver(debt.until, house.clock.now()))
    return refuse('break-glass.over', { what, rule: 'The time that the policy gives an emergency is over. Ask anew.' });
  if (!(await isOwnProofKept(read, record)))
    return refuse('break-glass.unproven', { what, rule: 'Nobody proved that it was they who broke the glass.' });
  const emergency = { person: requester.personId, operation, incident: debt.incident };
  const others = (await read.debts.open()).filter(({ requestId }) => requestId !== id);
  return refuseAlone(house.policy().policy, emergency) ?? unpaid(debtOf(others, requester.personId));
}

/** Opens the debt and says it loudly in every channel, in the transaction that lets the request run: nothing is sent before both stand. */
export async function breakGlass(
  tx: Writing,
  house: House,
  { record, debt }: { readonly record: PlannedRequest; readonly debt: DebtTerms },
): Promise<void> {
  const { id, requester, plan, reason } = record.terms;
  const opened = await openDebt(tx, house, { record, kind: 'break-glass', incident: debt.incident });
  if (opened === null) return;
  const now = house.clock.now();
  const { policy } = house.policy();
  const groups = policy.breakGlass?.notify ?? [];
  const what = {
    operation: plan.operation,
    incident: debt.incident,
    debt: debtName(opened.id),
    told: [...debt.notify],
  };
  await enter(tx, house, { kind: 'glass.broken', who: requester.slackId, requestId: id, what });
  const text = [
    `BREAK-GLASS by ${requester.name}: ${plan.title} (${shortRequestId(id)}). Nobody else approved it.`,
    `Why: ${reason}. Incident: ${debt.incident}`,
    `It is to be reviewed: ${debtName(opened.id)}. ${groups.join(', ')}: look at it now.`,
  ].join('\n');
  const { approvals, audit, alerts } = policy.channels;
  for (const channel of new Set([alerts, approvals, audit])) {
    const payload = { text, channel, mention: [...debt.notify] };
    const key = `break-glass:${id}:${channel}`;
    await tx.outbox.put({ kind: 'notice', key, lane: 'urgent', payload, notBefore: now }, now);
  }
}
