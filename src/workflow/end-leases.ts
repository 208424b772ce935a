import { replaceWindowMs } from '#operations/keys/replace.ts';
import type { IssuedKey } from '#operations/memory.ts';
import type { House } from './house.ts';
import { later, ownerKey } from './ports/messages.ts';
import type { Effect, PlannedRequest } from './ports/requests.ts';
import type { Writing } from './ports/store.ts';
import { enter } from './record.ts';

/** Whoever held the key hears it from us before it is missed. */
async function tellOwner(
  tx: Writing,
  house: House,
  { lease, terms }: { readonly lease: IssuedKey; readonly terms: PlannedRequest['terms'] },
): Promise<void> {
  const now = house.clock.now();
  const { id: requestId, confidential } = terms;
  const { keyId, ownerSlackId: owner, name, projectName } = lease;
  const payload = { requestId, keyId, owner, name, projectName };
  const key = ownerKey(requestId, keyId);
  // They are the last who may hear of it.
  if (confidential !== undefined) {
    const at = now + confidential.delayMs;
    await tx.outbox.put({ kind: 'owner-dm', key, lane: 'normal', payload, notBefore: at }, now);
    return;
  }
  await tx.outbox.put({ kind: 'owner-dm', key, lane: 'urgent', payload, notBefore: now }, now);
  const after = now + replaceWindowMs;
  await tx.outbox.put({ kind: 'owner-dm', key: later(key), lane: 'bulk', payload, notBefore: after }, now);
}

/** Ends the leases of every key that these deletions ended. */
export async function endLeases(
  tx: Writing,
  house: House,
  ended: { record: PlannedRequest; effects: readonly Effect[] },
): Promise<void> {
  const { plan, id } = ended.record.terms;
  const deleting = new Set(
    [...plan.steps, ...plan.compensations, ...plan.endings]
      .filter((step) => step.effect === 'delete')
      .map((step) => step.id),
  );
  const touched = new Set(
    ended.effects
      .filter((effect) => effect.status === 'applied' && deleting.has(effect.stepId))
      .flatMap((effect) => effect.resourceIds),
  );
  for (const resource of touched) {
    const lease = (await tx.leases.byKey(resource)) ?? (await tx.leases.byAccount(resource));
    if (lease === null || !(await tx.leases.end(lease.keyId, house.clock.now()))) continue;
    await enter(tx, house, {
      kind: 'lease.ended',
      who: 'system:execute',
      requestId: id,
      what: { key: lease.keyId, account: lease.accountId },
    });
    if (lease.ownerSlackId !== ended.record.terms.requester.slackId)
      await tellOwner(tx, house, { lease, terms: ended.record.terms });
  }
}
