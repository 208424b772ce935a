import type { AccessRecords } from './records/access.ts';
import type { SettingRecords } from './records/project-settings.ts';
import type { TrafficRecords } from './records/traffic.ts';
import type { TrustRecords } from './records/trust.ts';

/**
 * Everything the emulated organization holds. Records are replaced, never changed in place, so whoever has read one keeps
 * what it read. A new family of endpoints adds its record and its collection here or in a file of `records`.
 */
export interface Organization extends AccessRecords, SettingRecords, TrafficRecords, TrustRecords {
  readonly id: string;
  readonly name: string;
  /** Without this enrolment there are no external keys; OpenAI API reference, 2026-11. */
  readonly hasExternalKeyManagement: boolean;
  readonly projects: Map<string, Project>;
  readonly users: Map<string, User>;
  /** By `membershipId`. */
  readonly memberships: Map<string, Membership>;
  readonly serviceAccounts: Map<string, ServiceAccount>;
  readonly projectKeys: Map<string, ProjectKey>;
  readonly invites: Map<string, Invite>;
  readonly adminKeys: Map<string, AdminKey>;
  /** Oldest first. */
  readonly auditEvents: AuditEvent[];
  /** How often a new service account is still to be overlooked by reads, by its id. */
  readonly unseenReads: Map<string, UnseenReads>;
}

export interface Project {
  readonly id: string;
  readonly name: string;
  readonly createdAtSec: number;
  readonly archivedAtSec: number | null;
  /** Never shown by the API: callers know it by its name and by its refusals. */
  readonly isDefault: boolean;
  readonly residency: string;
  readonly externalKeyId: string | null;
}

export interface User {
  readonly id: string;
  /** Null for service accounts, which the organization's list of users contains too. */
  readonly name: string | null;
  readonly email: string | null;
  readonly role: 'owner' | 'reader';
  readonly addedAtSec: number;
  /** A removed user stays on record because the keys left behind still name their owner. */
  readonly removedAtSec: number | null;
  readonly isDefault: boolean;
  readonly isServiceAccount: boolean;
  readonly isScimManaged: boolean;
  readonly technicalLevel: string | null;
  readonly developerPersona: string | null;
}

type ProjectRole = 'owner' | 'member';

export interface Membership {
  readonly projectId: string;
  readonly userId: string;
  readonly role: ProjectRole;
  readonly addedAtSec: number;
}

export interface ServiceAccount {
  readonly id: string;
  readonly projectId: string;
  readonly name: string;
  /** `none` is an account made without a key and without membership in its project. */
  readonly role: ProjectRole | 'none';
  readonly createdAtSec: number;
}

interface UnseenReads {
  readonly gets: number;
  readonly lists: number;
}

type KeyOwner =
  | { readonly kind: 'user'; readonly userId: string }
  | { readonly kind: 'service_account'; readonly serviceAccountId: string };

/** What is kept of a secret: enough to recognise it, not enough to use it. */
export interface StoredSecret {
  readonly redacted: string;
  readonly sha256: string;
}

export interface ProjectKey extends StoredSecret {
  readonly id: string;
  readonly projectId: string;
  readonly name: string;
  readonly owner: KeyOwner;
  /** Empty means everything the owner may do. No answer of the API ever shows it. */
  readonly scopes: readonly string[];
  readonly createdAtSec: number;
  readonly lastUsedAtSec: number | null;
  readonly expiresAtSec: number | null;
}

export interface AdminKey extends StoredSecret {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  /** Restricted keys come from the dashboard only. */
  readonly access: 'all' | 'read-only';
  readonly isBots: boolean;
  readonly createdAtSec: number;
  readonly lastUsedAtSec: number | null;
  readonly expiresAtSec: number | null;
}

export interface Invite {
  readonly id: string;
  readonly email: string;
  readonly role: 'owner' | 'reader';
  readonly projects: readonly { readonly id: string; readonly role: ProjectRole }[];
  readonly createdAtSec: number;
  readonly expiresAtSec: number;
  readonly acceptedAtSec: number | null;
}

/** Who did it: a person in the dashboard, or an admin key that belongs to a person or to a service account. */
export type AuditActor =
  | { readonly kind: 'session'; readonly user: ActorUser; readonly ipAddress: string }
  | { readonly kind: 'user_key'; readonly keyId: string; readonly user: ActorUser }
  | { readonly kind: 'service_account_key'; readonly keyId: string; readonly serviceAccountId: string };

interface ActorUser {
  readonly id: string;
  readonly email: string;
}

export interface AuditEvent {
  readonly id: string;
  readonly type: string;
  readonly effectiveAtSec: number;
  readonly actor: AuditActor | null;
  /** Where the event is booked, which is not always where it happened. */
  readonly project: { readonly id: string; readonly name: string } | null;
  /** Stands under a key equal to `type` on the wire; its `id` is what was acted on. */
  readonly payload: Readonly<Record<string, unknown>>;
}

/** The key of a person's membership in a project. */
export function membershipId(projectId: string, userId: string): string {
  return `${projectId}/${userId}`;
}

/** Newest first; among equals the one stored last comes first, so that the order is total. */
export function newestFirst<Row>(rows: Iterable<Row>, atSec: (row: Row) => number): readonly Row[] {
  return [...rows].toReversed().toSorted((one, other) => atSec(other) - atSec(one));
}
