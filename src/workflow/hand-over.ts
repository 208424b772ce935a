import type { Instant } from '#domain/instant.ts';
import { invariant } from '#domain/invariant.ts';
import type { Json } from '#domain/json.ts';
import { valueAt } from '#domain/json.ts';
import type { IssuedKey, KnownKey } from '#operations/memory.ts';
import type { Run } from './attempt.ts';
import type { House } from './house.ts';
import type { PlannedRequest } from './ports/requests.ts';
import { enter } from './record.ts';
import type { Handover } from './handover.ts';

function idOf(results: Readonly<Record<string, Json>>, step: string): string {
  const id = valueAt(results[step], ['id']);
  invariant(typeof id === 'string', `The answer of step ${step} holds an id`);
  return id;
}

/** The lease that an issued key stands for; null for a secret that is nobody's key to a project. */
function leaseOf(record: PlannedRequest, results: Readonly<Record<string, Json>>): IssuedKey | null {
  const { plan, requester, id } = record.terms;
  if (plan.lease === null) return null;
  invariant(plan.project !== null && plan.handover !== null, 'A key is leased in a project and has a name');
  return {
    keyId: idOf(results, 'key'),
    accountId: idOf(results, 'account'),
    projectId: plan.project.id,
    projectName: plan.project.name,
    name: plan.handover.name,
    ownerSlackId: requester.slackId,
    purpose: plan.lease.purpose,
    endsAt: plan.lease.endsAt,
    requestId: id,
    endedAt: null,
  };
}

/** The new key as the directory knows keys, so that it can be named at once. Its redacted value is learned with the next listing. */
function keyOf(lease: IssuedKey, now: Instant): KnownKey {
  const { keyId, name, projectId, projectName, accountId, endsAt } = lease;
  return {
    id: keyId,
    name,
    redacted: '',
    projectId,
    projectName,
    ownerName: name,
    ownerEmail: null,
    accountId,
    createdAt: now,
    lastUsedAt: null,
    expiresAt: endsAt,
    isOwned: true,
  };
}

async function recordHandover(house: House, record: PlannedRequest, lease: IssuedKey | null): Promise<void> {
  const { id, requester } = record.terms;
  const entry = { who: requester.slackId, requestId: id } as const;
  await house.store.transact(async (tx) => {
    if (lease !== null) {
      await tx.leases.insert(lease);
      await tx.directory.putKey(keyOf(lease, house.clock.now()));
      const what = { key: lease.keyId, account: lease.accountId, endsAt: lease.endsAt };
      await enter(tx, house, { ...entry, kind: 'lease.started', what });
    }
    const what = { attempt: record.attempt, key: lease?.keyId ?? null };
    await enter(tx, house, { ...entry, kind: 'secret.collected', what });
  });
}

/**
 * Commits that the secret is being shown, and only then shows it. Answers whether the person could see it; what the record says
 * before that is true either way: the secret exists, and it was on its way to this person.
 */
export async function handOver(
  house: House,
  record: PlannedRequest,
  give: { run: Extract<Run, { kind: 'applied' }>; show: (handover: Handover) => Promise<boolean> },
): Promise<boolean> {
  const { plan, id } = record.terms;
  const [secret] = give.run.secrets;
  if (secret === undefined || plan.handover === null) return false;
  const lease = leaseOf(record, give.run.results);
  await recordHandover(house, record, lease);
  const { name, where } = plan.handover;
  return give
    .show({ secret, name, projectName: where, endsAt: lease?.endsAt ?? null, requestId: id })
    .catch(() => false);
}
