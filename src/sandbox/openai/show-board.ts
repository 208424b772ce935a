import type { Board, BoardKey, BoardProject } from './board.ts';
import type { ReceivedCall } from './http/ledger.ts';
import {
  type AuditActor,
  type AuditEvent,
  type Organization,
  type Project,
  type ProjectKey,
  newestFirst,
} from './organization.ts';

// A screen beside the workspace; what is older is asked for through the API like everything else.
const MOST_ROWS = 50;

/** The organization as the page beside the workspace shows it: projects by name, keys newest first, no service users. */
export function showBoard(organization: Organization, calls: readonly ReceivedCall[]): Board {
  const users = [...organization.users.values()].filter((user) => user.removedAtSec === null && !user.isServiceAccount);
  return {
    organization: { id: organization.id, name: organization.name },
    projects: [...organization.projects.values()]
      .toSorted((one, other) => one.name.localeCompare(other.name))
      .map((project) => showProject(organization, project)),
    users: users.map(({ id, name, email, role }) => ({ id, name: name ?? id, email: email ?? '', role })),
    adminKeys: [...organization.adminKeys.values()].map(({ id, name, redacted, isBots }) => ({
      id,
      name,
      redacted,
      isBots,
    })),
    auditLog: newestFirst(organization.auditEvents, (event) => event.effectiveAtSec)
      .slice(0, MOST_ROWS)
      .map((event) => showEvent(organization, event)),
    calls: calls
      .slice(-MOST_ROWS)
      .toReversed()
      .map(({ atMs, method, path, status }) => ({ atMs, method, path, status })),
  };
}

function showProject(organization: Organization, project: Project): BoardProject {
  const keys = [...organization.projectKeys.values()].filter(({ projectId }) => projectId === project.id);
  return {
    id: project.id,
    name: project.name,
    archived: project.archivedAtSec !== null,
    keys: newestFirst(keys, (key) => key.createdAtSec).map((key) => showKey(organization, key)),
  };
}

function showKey(organization: Organization, key: ProjectKey): BoardKey {
  return {
    id: key.id,
    name: key.name,
    redacted: key.redacted,
    owner: ownerText(organization, key),
    createdAtMs: key.createdAtSec * 1000,
    lastUsedAtMs: toMs(key.lastUsedAtSec),
    expiresAtMs: toMs(key.expiresAtSec),
  };
}

function ownerText(organization: Organization, { owner }: ProjectKey): string {
  if (owner.kind === 'user') return `user:${organization.users.get(owner.userId)?.email ?? owner.userId}`;
  const account = organization.serviceAccounts.get(owner.serviceAccountId);
  return `service account:${account?.name ?? owner.serviceAccountId}`;
}

function showEvent(organization: Organization, event: AuditEvent): Board['auditLog'][number] {
  const target = event.payload['id'];
  return {
    id: event.id,
    type: event.type,
    atMs: event.effectiveAtSec * 1000,
    actor: actorText(organization, event.actor),
    subject: typeof target === 'string' ? nameOf(organization, target) : '',
  };
}

function actorText(organization: Organization, actor: AuditActor | null): string {
  if (actor === null) return 'unknown';
  if (actor.kind === 'session') return actor.user.email;
  return `admin key ${organization.adminKeys.get(actor.keyId)?.name ?? actor.keyId}`;
}

/** A name that a person recognises, or the id of what is already gone. */
function nameOf(organization: Organization, id: string): string {
  const { projects, serviceAccounts, projectKeys, adminKeys, users, invites } = organization;
  const { groups, roles, certificates, externalKeys, identityProviders, federationRules } = organization;
  const named = [
    projects,
    serviceAccounts,
    projectKeys,
    adminKeys,
    groups,
    roles,
    certificates,
    identityProviders,
    federationRules,
  ].map((rows) => rows.get(id)?.name);
  const known = [...named, externalKeys.get(id)?.given.name, users.get(id)?.email, invites.get(id)?.email];
  return known.find((name) => typeof name === 'string') ?? id;
}

function toMs(sec: number | null): number | null {
  return sec === null ? null : sec * 1000;
}
