import { invariant } from '#domain/invariant.ts';
import type { Json } from '#domain/json.ts';
import { valueAt } from '#domain/json.ts';
import type { IssuedKey } from '#operations/memory.ts';
import type { Run } from './attempt.ts';
import type { House } from './house.ts';
import type { PlannedRequest } from './ports/requests.ts';
import { enter } from './record.ts';
import type { Handover } from './use-cases.ts';

function idOf(results: Readonly<Record<string, Json>>, step: string): string {
  const id = valueAt(results[step], ['id']);
  invariant(typeof id === 'string', `The answer of step ${step} holds an id`);
  return id;
}

/** The lease that an issued key stands for. */
export function leaseOf(record: PlannedRequest, results: Readonly<Record<string, Json>>): IssuedKey {
  const { plan, requester, id, input } = record.terms;
  const name = input['name'];
  invariant(plan.lease !== null && plan.project !== null, 'A key is issued with a lease in a project');
  return {
    keyId: idOf(results, 'key'),
    accountId: idOf(results, 'account'),
    projectId: plan.project.id,
    projectName: plan.project.name,
    name: typeof name === 'string' ? name : plan.gist,
    ownerSlackId: requester.slackId,
    purpose: plan.lease.purpose,
    endsAt: plan.lease.endsAt,
    requestId: id,
    endedAt: null,
  };
}

/**
 * Commits that the secret is being shown, and only then shows it. Answers whether the person could see it; what the record says
 * before that is true either way: the key exists, and it was on its way to this person.
 */
export async function handOver(
  house: House,
  record: PlannedRequest,
  give: { run: Extract<Run, { kind: 'applied' }>; show: (handover: Handover) => Promise<boolean> },
): Promise<boolean> {
  const [secret] = give.run.secrets;
  if (secret === undefined) return false;
  const lease = leaseOf(record, give.run.results);
  const { id, requester } = record.terms;
  await house.store.transact(async (tx) => {
    await tx.leases.insert(lease);
    const what = { key: lease.keyId, account: lease.accountId, endsAt: lease.endsAt };
    await enter(tx, house, { kind: 'lease.started', who: requester.slackId, requestId: id, what });
    await enter(tx, house, {
      kind: 'secret.collected',
      who: requester.slackId,
      requestId: id,
      what: { key: lease.keyId },
    });
  });
  const { name, projectName, endsAt } = lease;
  return give.show({ secret, name, projectName, endsAt, requestId: id }).catch(() => false);
}
