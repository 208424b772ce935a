import { actorOf, appendAuditEvent } from './audit-trail.ts';
import { type AuditActor, type Organization, membershipId } from './organization.ts';
import { plantAccess } from './plant/access.ts';
import { type SeedClock, seedClock } from './plant/seed-clock.ts';
import { plantSettings } from './plant/settings.ts';
import { plantTraffic } from './plant/traffic.ts';
import { plantTrust } from './plant/trust.ts';
import { seededSecret, storedSecret } from './secret-value.ts';
import type { OrganizationSeed } from './seed.ts';

export interface PlantOptions {
  readonly nowSec: number;
  /** The value of each seeded admin key, by the key's id. */
  readonly adminKeyValues: ReadonlyMap<string, string>;
}

/** Builds the organization that a seed describes, as of now. */
export function plantOrganization(seed: OrganizationSeed, { nowSec, adminKeyValues }: PlantOptions): Organization {
  const clock = seedClock(nowSec);
  const organization = emptyOrganization(seed);
  plantUsers(organization, seed, clock);
  for (const project of seed.projects) plantProject(organization, project, clock);
  plantAdminKeys(organization, { seed, clock, adminKeyValues });
  plantInvites(organization, seed, clock);
  plantAccess(organization, seed, clock);
  plantSettings(organization, seed, clock);
  plantTraffic(organization, seed, clock);
  plantTrust(organization, seed, clock);
  plantAuditEvents(organization, seed, clock);
  return organization;
}

function emptyOrganization(seed: OrganizationSeed): Organization {
  return {
    ...seed.organization,
    hasExternalKeyManagement: seed.hasExternalKeyManagement ?? false,
    projects: new Map(),
    users: new Map(),
    memberships: new Map(),
    serviceAccounts: new Map(),
    projectKeys: new Map(),
    invites: new Map(),
    adminKeys: new Map(),
    auditEvents: [],
    unseenReads: new Map(),
    groups: new Map(),
    groupMembers: new Map(),
    projectGroups: new Map(),
    roles: new Map(),
    roleAssignments: new Map(),
    rateLimits: new Map(),
    modelPermissions: new Map(),
    hostedTools: new Map(),
    serviceTiers: new Map(),
    spendLimits: new Map(),
    spendAlerts: new Map(),
    retention: new Map(),
    traffic: new Map(),
    certificates: new Map(),
    externalKeys: new Map(),
    externalStorage: new Map(),
    identityProviders: new Map(),
    federationRules: new Map(),
  };
}

function plantUsers(organization: Organization, seed: OrganizationSeed, { at, atOrNull }: SeedClock): void {
  for (const user of seed.users) {
    organization.users.set(user.id, {
      id: user.id,
      name: user.name,
      email: user.email,
      role: user.role,
      addedAtSec: at(user.added),
      removedAtSec: atOrNull(user.removed),
      isDefault: user.isDefault ?? false,
      isServiceAccount: user.isServiceAccount ?? false,
      isScimManaged: user.isScimManaged ?? false,
      technicalLevel: null,
      developerPersona: null,
    });
  }
}

function plantProject(organization: Organization, seed: OrganizationSeed['projects'][number], clock: SeedClock): void {
  const { at, atOrNull } = clock;
  const projectId = seed.id;
  organization.projects.set(projectId, {
    id: projectId,
    name: seed.name,
    createdAtSec: at(seed.created),
    archivedAtSec: atOrNull(seed.archived),
    isDefault: seed.isDefault ?? false,
    residency: seed.residency ?? 'GLOBAL',
    externalKeyId: seed.externalKey ?? null,
  });
  for (const { user: userId, role, added } of seed.members) {
    organization.memberships.set(membershipId(projectId, userId), { projectId, userId, role, addedAtSec: at(added) });
  }
  for (const { id, name, role, created } of seed.serviceAccounts) {
    organization.serviceAccounts.set(id, { id, projectId, name, role, createdAtSec: at(created) });
  }
  for (const { id, name, owner, scopes, created, lastUsed, expires } of seed.keys) {
    organization.projectKeys.set(id, {
      ...seededSecret('user' in owner ? 'sk-proj-' : 'sk-svcacct-', id),
      id,
      projectId,
      name,
      owner:
        'user' in owner
          ? { kind: 'user', userId: owner.user }
          : { kind: 'service_account', serviceAccountId: owner.serviceAccount },
      scopes: scopes ?? [],
      createdAtSec: at(created),
      lastUsedAtSec: atOrNull(lastUsed),
      expiresAtSec: atOrNull(expires),
    });
  }
}

/** Only admin keys get a value that works; nobody calls the emulator with a seeded project key. */
function plantAdminKeys(
  organization: Organization,
  soil: Pick<PlantOptions, 'adminKeyValues'> & { readonly seed: OrganizationSeed; readonly clock: SeedClock },
): void {
  const { at, atOrNull } = soil.clock;
  for (const key of soil.seed.adminKeys) {
    const value = soil.adminKeyValues.get(key.id);
    organization.adminKeys.set(key.id, {
      ...(value === undefined ? seededSecret('sk-admin-', key.id) : storedSecret(value)),
      id: key.id,
      name: key.name,
      ownerId: key.owner,
      access: key.access ?? 'all',
      isBots: key.isBots ?? false,
      createdAtSec: at(key.created),
      lastUsedAtSec: atOrNull(key.lastUsed),
      expiresAtSec: atOrNull(key.expires),
    });
  }
}

function plantInvites(organization: Organization, seed: OrganizationSeed, { at, atOrNull }: SeedClock): void {
  for (const { id, email, role, projects, created, expires, accepted } of seed.invites) {
    organization.invites.set(id, {
      id,
      email,
      role,
      projects,
      createdAtSec: at(created),
      expiresAtSec: at(expires),
      acceptedAtSec: atOrNull(accepted),
    });
  }
}

/** In the order of time, whatever the order in the seed, because the log is kept oldest first. */
function plantAuditEvents(organization: Organization, seed: OrganizationSeed, { at }: SeedClock): void {
  const events = seed.auditEvents.map((event) => ({ ...event, effectiveAtSec: at(event.at) }));
  for (const event of events.toSorted((one, other) => one.effectiveAtSec - other.effectiveAtSec)) {
    const project = organization.projects.get(event.project ?? '');
    appendAuditEvent(organization, {
      type: event.type,
      effectiveAtSec: event.effectiveAtSec,
      actor: seededActor(organization, event.actor),
      project: project === undefined ? null : { id: project.id, name: project.name },
      payload: event.payload,
    });
  }
}

function seededActor(
  organization: Organization,
  actor: OrganizationSeed['auditEvents'][number]['actor'],
): AuditActor | null {
  if ('adminKey' in actor) {
    const admin = organization.adminKeys.get(actor.adminKey);
    return admin === undefined ? null : actorOf(organization, admin);
  }
  const user = organization.users.get(actor.user);
  return { kind: 'session', user: { id: actor.user, email: user?.email ?? '' }, ipAddress: actor.ip };
}
