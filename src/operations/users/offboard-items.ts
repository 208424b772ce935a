import { deleteAdminKeyStep } from '../admin-keys/delete-step.ts';
import { withdrawStep } from '../invites/withdraw-step.ts';
import { addStep, leaveStep, roleStep } from '../members/membership.ts';
import type { IssuedKey } from '../memory.ts';
import type { AdminKey } from '../objects/admin-key.ts';
import type { ApiKey } from '../objects/api-key.ts';
import { isDefaultProject } from '../objects/default-project.ts';
import type { Invite } from '../objects/invite.ts';
import type { Member } from '../objects/member.ts';
import type { OrganizationUser } from '../objects/organization-user.ts';
import { hasAddress, sayPerson } from '../objects/person.ts';
import type { HeldRole } from '../objects/role.ts';
import type { Change, Step } from '../plan.ts';
import { callTemplate, deleteStep } from '../step.ts';
import type { Place } from './offboard-places.ts';
import { removeUserStep } from './remove-step.ts';

/** One thing that ends or is handed over, as it is shown and as it is sent. */
export interface Item {
  /** `leave` is a membership, which also goes with the person; `key` never comes back. */
  readonly kind: 'person' | 'successor' | 'key' | 'leave' | 'other';
  readonly change: Change;
  readonly step: Step;
}

/** A project as it was read. */
export interface SeenPlace extends Place {
  readonly keys: readonly ApiKey[];
  /** Null where it does not matter who else is there. */
  readonly members: readonly Member[] | null;
}

export interface Leaver {
  readonly user: OrganizationUser;
  readonly successor: OrganizationUser | null;
  /** Service accounts that were made for them here. */
  readonly issued: readonly IssuedKey[];
}

export const isTheirs = (key: ApiKey, user: OrganizationUser): boolean =>
  key.ownerKind === 'user' && (key.ownerId === user.id || hasAddress(user, key.ownerEmail));

export const ownKeysIn = (place: SeenPlace, user: OrganizationUser): readonly ApiKey[] =>
  place.keys.filter((key) => isTheirs(key, user)).toSorted((one, other) => (one.id < other.id ? -1 : 1));

/** Of what was issued, the accounts that OpenAI still lists a key of. */
const accountsIn = (place: SeenPlace, issued: readonly IssuedKey[]): readonly IssuedKey[] =>
  issued.filter(
    (lease) =>
      lease.projectId === place.id &&
      place.keys.some((key) => key.ownerKind === 'account' && key.ownerId === lease.accountId),
  );

export const canHandOver = (place: SeenPlace): boolean => place.role === 'owner' && !isDefaultProject(place);

function handOver(place: SeenPlace, { successor }: Leaver): readonly Item[] {
  if (successor === null || !canHandOver(place)) return [];
  const now = place.members?.find((member) => member.id === successor.id)?.role ?? null;
  if (now === 'owner') return [];
  const how = { id: `successor-${place.id}`, project: place, person: successor, role: 'owner' } as const;
  const change = { label: `${sayPerson(successor)} in ${place.name}`, before: now, after: 'owner' };
  return [{ kind: 'successor', change, step: now === null ? addStep(how) : roleStep(how) }];
}

function endKey(place: SeenPlace, key: ApiKey): Item {
  const params = { project_id: place.id, api_key_id: key.id };
  return {
    kind: 'key',
    change: { label: 'Key', before: `${key.name} (${key.redacted}) in ${place.name}`, after: null },
    step: deleteStep({
      id: `key-${key.id}`,
      title: `Delete the key ${key.name} (${key.redacted}) in ${place.name}`,
      call: callTemplate('DELETE /organization/projects/{project_id}/api_keys/{api_key_id}', { params }),
      read: callTemplate('GET /organization/projects/{project_id}/api_keys/{api_key_id}', { params }),
    }),
  };
}

function endAccount(place: SeenPlace, lease: IssuedKey): Item {
  const params = { project_id: place.id, service_account_id: lease.accountId };
  const path = '/organization/projects/{project_id}/service_accounts/{service_account_id}';
  return {
    kind: 'key',
    change: {
      label: 'Service account',
      before: `${lease.name} in ${place.name}, issued for: ${lease.purpose}`,
      after: null,
    },
    step: deleteStep({
      id: `account-${lease.accountId}`,
      title: `Delete the service account of ${lease.name} in ${place.name} with its keys`,
      call: callTemplate(`DELETE ${path}`, { params }),
      read: callTemplate(`GET ${path}`, { params }),
    }),
  };
}

function leave(place: SeenPlace, user: OrganizationUser): Item {
  return {
    kind: 'leave',
    change: { label: `In ${place.name}`, before: place.role, after: null },
    step: leaveStep({ id: `leave-${place.id}`, project: place, person: user }),
  };
}

/** Handed over first, then what opens the project, then the membership: until that is gone, a later part finds the project again. */
export function itemsIn(place: SeenPlace, leaver: Leaver): readonly Item[] {
  return [
    ...handOver(place, leaver),
    ...ownKeysIn(place, leaver.user).map((key) => endKey(place, key)),
    ...accountsIn(place, leaver.issued).map((lease) => endAccount(place, lease)),
    ...(place.role === 'none' ? [] : [leave(place, leaver.user)]),
  ];
}

export function endAdminKey(key: AdminKey): Item {
  const change = { label: 'Admin key', before: `${key.name} (${key.redacted})`, after: null };
  return { kind: 'key', change, step: deleteAdminKeyStep(key) };
}

export function endInvite(invite: Invite): Item {
  const change = { label: 'Invitation', before: `${invite.email} as ${invite.role}`, after: null };
  return { kind: 'other', change, step: withdrawStep(invite) };
}

/** Roles that are theirs alone; one that also comes through a group stays, whatever is sent. */
export const ownRoles = (roles: readonly HeldRole[], user: OrganizationUser): readonly HeldRole[] =>
  roles.filter(
    ({ isBuiltIn, sources }) => !isBuiltIn && sources.length > 0 && sources.every((source) => source.id === user.id),
  );

export function endRole(user: OrganizationUser, role: HeldRole): Item {
  const params = { user_id: user.id, role_id: role.id };
  const path = '/organization/users/{user_id}/roles/{role_id}';
  return {
    kind: 'other',
    change: { label: 'Role', before: role.name, after: null },
    step: deleteStep({
      id: `role-${role.id}`,
      title: `Take the role ${role.name} from ${sayPerson(user)}`,
      call: callTemplate(`DELETE ${path}`, { params }),
      read: callTemplate(`GET ${path}`, { params }),
    }),
  };
}

export function endUser(user: OrganizationUser): Item {
  const change = { label: 'Person', before: `${sayPerson(user)}, ${user.role}`, after: null };
  return { kind: 'person', change, step: removeUserStep(user) };
}
