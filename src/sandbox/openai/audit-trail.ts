import { mintId } from './identifier.ts';
import type { AdminKey, AuditActor, AuditEvent, Organization } from './organization.ts';

// The live log has no stated end; this one keeps what a long demonstration writes and forgets the oldest beyond it.
const MOST_EVENTS = 10_000;

/** Appends an event with a new id. */
export function appendAuditEvent(organization: Organization, event: Omit<AuditEvent, 'id'>): void {
  const day = new Date(event.effectiveAtSec * 1000).toISOString().slice(0, 10).replaceAll('-', '');
  if (organization.auditEvents.length >= MOST_EVENTS) organization.auditEvents.shift();
  organization.auditEvents.push({ ...event, id: `audit_log-${mintId('')}_${day}` });
}

/**
 * Appends an event of an admin key. Whatever project it concerns, it is booked on the default project: a quirk of the live
 * API (OpenAI API reference, 2026-11) that makes a filter by the target's project miss it.
 */
export function recordAdminEvent(
  organization: Organization,
  admin: AdminKey,
  event: Pick<AuditEvent, 'type' | 'payload' | 'effectiveAtSec'>,
): void {
  const home = [...organization.projects.values()].find((project) => project.isDefault);
  appendAuditEvent(organization, {
    ...event,
    actor: actorOf(organization, admin),
    project: home === undefined ? null : { id: home.id, name: home.name },
  });
}

/** The actor that stands in the audit log for what is done with this admin key. */
export function actorOf(organization: Organization, admin: AdminKey): AuditActor {
  const owner = organization.users.get(admin.ownerId);
  if (owner === undefined || owner.email === null) {
    return { kind: 'service_account_key', keyId: admin.id, serviceAccountId: admin.ownerId };
  }
  return { kind: 'user_key', keyId: admin.id, user: { id: owner.id, email: owner.email } };
}
