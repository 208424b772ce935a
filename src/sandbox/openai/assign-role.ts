import { assignmentsOf, holdingsOf, levelOf } from './holdings.ts';
import { badRequest, notFound } from './http/problem.ts';
import { mintId } from './identifier.ts';
import type { Organization } from './organization.ts';
import { membershipId } from './organization.ts';
import type { Place } from './place.ts';
import { refuseOutsideReach } from './reach.ts';
import type { Principal, Role } from './records/access.ts';
import { type Level, levelRoleId } from './roles.ts';

export interface Seat {
  readonly principal: Principal;
  readonly place: Place;
}

/**
 * Gives somebody a role; answers the id of the assignment. The built-in role above somebody's level raises the level, as the
 * two are one thing seen from two sides. Throws 400 when they have it already.
 */
export function assignRole(organization: Organization, seat: Seat, role: Role): string {
  const { principal, place } = seat;
  const isOwn = ({ id, kind }: Principal): boolean => id === principal.id && kind === principal.kind;
  const held = holdingsOf(organization, principal, place).find(({ id }) => id === role.id);
  if (held?.sources.some(isOwn) === true) {
    throw badRequest(`Role ${role.id} is already assigned to ${principal.id}.`, { param: 'role_id' });
  }
  const id = mintId('ra_');
  const level = levelIn(role, place);
  const raises = level === 'owner' || levelOf(organization, principal, place) === null;
  if (principal.kind !== 'group' && level !== null && raises && setLevel(organization, seat, level)) return id;
  organization.roleAssignments.set(id, { id, roleId: role.id, principal, placeId: place.id });
  return id;
}

/**
 * Takes a role away; answers the id of the assignment. Throws 404 when they do not have it, and 400 when they have it through
 * a group or cannot be without it.
 */
export function unassignRole(organization: Organization, seat: Seat, role: Role): string {
  const { principal, place } = seat;
  const direct = assignmentsOf(organization, principal, place).find(({ roleId }) => roleId === role.id);
  if (direct !== undefined) {
    organization.roleAssignments.delete(direct.id);
    return direct.id;
  }
  const held = holdingsOf(organization, principal, place).find(({ id }) => id === role.id);
  if (held === undefined) throw notFound('Role assignment', role.id, 'role_id');
  const groups = held.sources.filter(({ kind }) => kind === 'group').map(({ id }) => id);
  if (groups.length > 0) throw badRequest(`Role ${role.id} is inherited from ${groups.join(', ')}.`);
  if (levelIn(role, place) !== 'owner') {
    throw badRequest(`Role ${role.id} is the least that ${principal.id} can have here.`);
  }
  setLevel(organization, seat, place.kind === 'organization' ? 'reader' : 'member');
  return mintId('ra_');
}

/** The level that a role stands for, if it is one of the built-in ones that do. */
function levelIn(role: Role, place: Place): Level | null {
  const levels: readonly Level[] = ['owner', 'reader', 'member'];
  return levels.find((level) => levelRoleId(place, level) === role.id) ?? null;
}

/** Whether there was a level to set: who is in a project through a group alone has none. */
function setLevel(organization: Organization, { principal, place }: Seat, level: Level): boolean {
  const { users, memberships, serviceAccounts } = organization;
  if (place.kind === 'organization') {
    const user = users.get(principal.id);
    if (user === undefined || level === 'member') return false;
    refuseOutsideReach(organization, user.id);
    users.set(user.id, { ...user, role: level });
    return true;
  }
  if (level === 'reader') return false;
  const account = serviceAccounts.get(principal.id);
  if (account !== undefined) serviceAccounts.set(account.id, { ...account, role: level });
  const id = membershipId(place.id, principal.id);
  const member = memberships.get(id);
  if (member !== undefined) memberships.set(id, { ...member, role: level });
  return account !== undefined || member !== undefined;
}
