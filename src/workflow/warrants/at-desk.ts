import { isOver } from '#approvals/deadline.ts';
import { debtName } from '#domain/debt-name.ts';
import { type PersonId, shortRequestId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { findOperation } from '#operations/catalogue.ts';
import type { Operation } from '#operations/operation.ts';
import { refuseAtDesk } from '#policy/desk.ts';
import { slackIdsOf } from '#policy/people.ts';
import type { House } from '../house.ts';
import { openDebt } from '../open-debt.ts';
import type { PlannedRequest } from '../ports/requests.ts';
import type { Reading, Writing } from '../ports/store.ts';

const what = 'This is not carried out at the desk.';

/**
 * So many things as the policy says may wait for their review. Elsewhere one open debt is enough to be refused; but a leak is rarely one key, and
 * without Slack nobody can close a debt.
 */
function refuseUnreviewed(mine: number, most: number): Refusal | null {
  if (mine < most) return null;
  return refuse('desk.unreviewed', {
    what,
    rule: `${mine} things you stopped at the desk wait for their review, and the policy allows ${most} at a time.`,
    whoCan: 'Somebody else of the desk; or you, once somebody has closed one of these debts in Slack.',
  });
}

/** Why this person may not do this at the desk now, debts included; another request of theirs is no reason that already runs. */
export async function refuseForDesk(
  read: Pick<Reading, 'debts'>,
  house: Pick<House, 'policy'>,
  wanted: { person: PersonId; operation: Pick<Operation, 'id'>; but: PlannedRequest['terms']['id'] | null },
): Promise<Refusal | null> {
  const { policy } = house.policy();
  const no = refuseAtDesk(policy, wanted);
  if (no !== null) return no;
  const mine = (await read.debts.open()).filter(
    ({ kind, by, requestId }) => kind === 'without-slack' && by.personId === wanted.person && requestId !== wanted.but,
  );
  return refuseUnreviewed(mine.length, policy.desk?.mostUnreviewed ?? 0);
}

/** Why this request may not be carried out on its requester’s signature now. */
export async function refuseDesk(
  read: Pick<Reading, 'debts'>,
  house: Pick<House, 'policy' | 'clock'>,
  { record, until }: { readonly record: PlannedRequest; readonly until: Instant },
): Promise<Refusal | null> {
  const { id, requester, plan } = record.terms;
  const operation = findOperation(plan.operation);
  if (operation === null || isOver(until, house.clock.now()))
    return refuse('desk.over', {
      what,
      rule: 'What was signed at the desk is carried out within half an hour or not at all.',
    });
  return refuseForDesk(read, house, { person: requester.personId, operation, but: id });
}

/** Opens the debt and says it loudly in every channel, in the transaction that lets the request run; Slack hears it when it is there. */
export async function useDesk(tx: Writing, house: House, record: PlannedRequest): Promise<void> {
  const { id, requester, plan, reason } = record.terms;
  const opened = await openDebt(tx, house, { record, kind: 'without-slack', incident: reason });
  if (opened === null) return;
  const now = house.clock.now();
  const { policy } = house.policy();
  const others = (policy.desk?.people ?? []).filter((person) => person !== requester.personId);
  const mention = others.flatMap((person) => slackIdsOf(policy, person).slice(0, 1));
  const text = [
    `AT THE DESK, WITHOUT SLACK: ${requester.name}: ${plan.title} (${shortRequestId(id)}). Nobody else approved it.`,
    `Why: ${reason}`,
    `It is to be reviewed: ${debtName(opened.id)}. If that was not ${requester.name}: /openai freeze person, and /openai step-up reset.`,
  ].join('\n');
  const { approvals, audit, alerts } = policy.channels;
  for (const channel of new Set<string>([alerts, approvals, audit, requester.slackId])) {
    const payload = { text, channel, mention };
    await tx.outbox.put({ kind: 'notice', key: `desk:${id}:${channel}`, lane: 'urgent', payload, notBefore: now }, now);
  }
}
