import type { z } from 'zod';
import { count, type Instant } from '#domain/instant.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { ThingRef } from '../field.ts';
import { type Need, read } from '../need.ts';
import type { Group } from '../objects/group.ts';
import { hasAddress } from '../objects/person.ts';
import { keepRole, type Role, roleSchema } from '../objects/role.ts';
import type { Requester } from '../operation.ts';
import type { Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { gains, isOwnerLike, without } from '../roles/permissions.ts';
import { roleGone } from '../roles/refusals.ts';
import { findHeld, isDirect, permissionsOf, saySources, sourcesBeside } from './held.ts';
import { type Holding, holdingPart } from './holding-part.ts';
import { knownHolding, needGroupNames, needHolding } from './reads.ts';
import { holderGone, noAccess } from './refusals.ts';
import { giveRole } from './role-steps.ts';
import type { Seat } from './seat.ts';

export const knownForAssign = knownHolding.extend({ role: roleSchema.nullable() });
type Known = z.infer<typeof knownForAssign>;

/** The holder, its roles, the role; of a group its members; and the names of groups that a role comes through. */
export const assignCalls = 5;

export function needForAssign(seat: Seat, role: ThingRef, have: Partial<Known>): readonly Need[] {
  if (have.holder === undefined) {
    return [...needHolding(seat), read('role', { call: seat.place.one(role.id), keep: keepRole, absent: 'null' })];
  }
  return needGroupNames(seat, have);
}

interface Giving extends Holding {
  /** Groups by name, where some role comes through one. */
  readonly groups: readonly Group[];
}

/** Who has the role already, in whatever way, is given nothing by it; and that it was given could not be told from reading back. */
function refuseHeld(seat: Seat, { holder, role, held, groups }: Giving): Refusal | null {
  const already = findHeld(held, role.id);
  if (already === null) return null;
  const through = isDirect(already, seat.id)
    ? 'already'
    : `already, through ${saySources(sourcesBeside(already, seat.id), groups)}`;
  return refuse('assignments.same', {
    what: `${holder.name} has the role ${role.name} in ${seat.place.name} ${through}.`,
    rule: 'A request has to change something.',
  });
}

/** The identity provider decides who is an owner among its people; roles of your own are given here all the same. */
function refuseManagedLevel(seat: Seat, { holder, role }: Giving): Refusal | null {
  const isLevel = seat.kind === 'person' && seat.place.project === null && role.isBuiltIn;
  if (!isLevel || !holder.isManaged) return null;
  return refuse('assignments.managed', {
    what: `${holder.name} is managed by your identity provider.`,
    rule: 'OpenAI’s built-in roles of such people come from there (SCIM), and OpenAI refuses or reverts other changes.',
    whoCan: 'Whoever administers the identity provider.',
  });
}

interface Asked {
  readonly seat: Seat;
  readonly role: ThingRef;
  readonly requester: Requester;
  readonly now: Instant;
}

function tierOf(seat: Seat, role: Role): Plan['tier'] {
  if (isOwnerLike(role)) return 'critical';
  return seat.kind === 'group' || seat.place.project === null ? 'destructive' : 'routine';
}

function warningsFor({ seat, requester }: Asked, { holder, role, members }: Giving): readonly string[] {
  const isOwn = [holder, ...members].some((person) => hasAddress(person, requester.openaiEmail));
  const everybody = count(members.length, 'person', 'people');
  return [
    ...(isOwnerLike(role) ? [`This makes ${holder.name} as good as an owner of ${seat.place.name}.`] : []),
    ...(seat.kind === 'group' ? [`Everybody in the group gets it: ${everybody} now, and whoever joins later.`] : []),
    ...(isOwn ? ['The requester asks for access for themselves.'] : []),
  ];
}

/** Gives a role. Access is what all roles allow together, so that only what is new is shown as gained. */
export function planAssign(asked: Asked, have: Known): Plan | Refusal {
  const { seat } = asked;
  const { holder, role, held } = have;
  if (holder === null) return holderGone(seat);
  if (role === null) return roleGone(asked.role, seat.place);
  if (held === null) return noAccess(seat, holder.name);
  const giving = { holder, role, held, members: have.members ?? [], groups: have.groups ?? [] };
  return refuseHeld(seat, giving) ?? refuseManagedLevel(seat, giving) ?? planGiving(asked, giving);
}

function planGiving(asked: Asked, giving: Giving): Plan {
  const { seat, now } = asked;
  const { holder, role, held } = giving;
  const added = without(role.permissions, permissionsOf(held));
  const label = `Role in ${seat.place.name}`;
  return planOf({
    ...holdingPart(seat, giving, now),
    operation: seat.operations.assign,
    tier: tierOf(seat, role),
    title: `Give a ${seat.kind} a role in ${seat.place.name}`,
    gist: `${role.name} to ${holder.name}`,
    changes: [{ label, before: null, after: `${role.name}, to ${holder.name}` }, ...gains('Gains', added)],
    warnings: warningsFor(asked, giving),
    steps: [
      giveRole(seat.path, {
        id: 'assign',
        title: `Give ${holder.name} the role ${role.name} in ${seat.place.name}`,
        roleId: role.id,
      }),
    ],
    inverse: {
      verdict: 'exact',
      sentence: 'take the role away again; what was done with it meanwhile stays done.',
      operation: seat.operations.unassign,
      input: { ...seat.input, role: { id: role.id, name: role.name } },
    },
    bounds: { permissions: role.permissions },
  });
}
