import { z } from 'zod';

import { type JsonObject, get } from '../http/endpoint.ts';
import { pageOf, pageQuery } from '../http/page.ts';
import { badRequest } from '../http/problem.ts';
import { queryField } from '../http/query.ts';
import { type AuditActor, type AuditEvent, newestFirst } from '../organization.ts';

const filters = {
  effective_at: z
    .strictObject({
      gt: queryField.instant,
      gte: queryField.instant,
      lt: queryField.instant,
      lte: queryField.instant,
    })
    .optional(),
  project_ids: queryField.list,
  event_types: queryField.list,
  actor_ids: queryField.list,
  actor_emails: queryField.list,
  resource_ids: queryField.list,
  tenant_only: queryField.flag,
} as const;

type Filters = z.output<z.ZodObject<typeof filters>>;

/** Newest first. Unlike in other lists `before` walks back; OpenAI API reference, 2026-11. */
export const auditLogEndpoints = [
  get('/organization/audit_logs', { ...pageQuery, before: queryField.text, ...filters }, ({ organization, query }) => {
    const stray = query.tenant_only ? query.event_types?.find((type) => !isTenantScoped(type)) : undefined;
    if (stray !== undefined) throw badRequest(`'${stray}' is not tenant-scoped.`, { param: 'event_types' });
    const rows = newestFirst(organization.auditEvents, (event) => event.effectiveAtSec);
    return pageOf(
      rows.filter((event) => fits(event, query)),
      query,
      showEvent,
    );
  }),
];

function fits(event: AuditEvent, query: Filters): boolean {
  return (
    isTenantScoped(event.type) === query.tenant_only &&
    isWithin(event.effectiveAtSec, query.effective_at ?? {}) &&
    sharesOne(query.project_ids, [event.project?.id]) &&
    sharesOne(query.event_types, [event.type]) &&
    sharesOne(query.actor_ids, idsOf(event.actor)) &&
    sharesOne(query.actor_emails, [emailOf(event.actor)]) &&
    sharesOne(query.resource_ids, targetsOf(event))
  );
}

/** All given bounds hold at once. */
function isWithin(atSec: number, { gt, gte, lt, lte }: NonNullable<Filters['effective_at']>): boolean {
  return (
    (gt === undefined || atSec > gt) &&
    (gte === undefined || atSec >= gte) &&
    (lt === undefined || atSec < lt) &&
    (lte === undefined || atSec <= lte)
  );
}

function sharesOne(wanted: readonly string[] | undefined, actual: readonly (string | undefined)[]): boolean {
  return wanted === undefined || actual.some((value) => value !== undefined && wanted.includes(value));
}

/** What an event was done to; the two kinds of switch name several certificates at once. */
function targetsOf({ payload }: AuditEvent): readonly string[] {
  const { id, certificates } = payload;
  return [
    ...(typeof id === 'string' ? [id] : []),
    ...(Array.isArray(certificates) ? certificates.map((one: { readonly id: string }) => one.id) : []),
  ];
}

/** Two role events are tenant-scoped although their names do not say so; OpenAI API reference, 2026-11. */
function isTenantScoped(type: string): boolean {
  return type.startsWith('tenant.') || type === 'role.bound_to_resource' || type === 'role.unbound_from_resource';
}

function idsOf(actor: AuditActor | null): readonly string[] {
  if (actor === null) return [];
  if (actor.kind === 'session') return [actor.user.id];
  return [actor.keyId, actor.kind === 'user_key' ? actor.user.id : actor.serviceAccountId];
}

function emailOf(actor: AuditActor | null): string | undefined {
  return actor === null || actor.kind === 'service_account_key' ? undefined : actor.user.email;
}

/** The payload stands under a key equal to the type, dots included. */
function showEvent(event: AuditEvent): JsonObject {
  return {
    id: event.id,
    type: event.type,
    effective_at: event.effectiveAtSec,
    actor: showActor(event.actor),
    ...(event.project === null ? {} : { project: event.project }),
    [event.type]: event.payload,
  };
}

function showActor(actor: AuditActor | null): JsonObject | null {
  if (actor === null) return null;
  if (actor.kind === 'session') {
    return { type: 'session', session: { user: actor.user, ip_address: actor.ipAddress } };
  }
  const owner =
    actor.kind === 'user_key'
      ? { type: 'user', user: actor.user }
      : { type: 'service_account', service_account: { id: actor.serviceAccountId } };
  return { type: 'api_key', api_key: { id: actor.keyId, ...owner } };
}
