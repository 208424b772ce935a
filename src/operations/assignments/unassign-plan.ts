import type { z } from 'zod';
import type { Instant } from '#domain/instant.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { ThingRef } from '../field.ts';
import type { Need } from '../need.ts';
import { hasAddress, type Person } from '../objects/person.ts';
import type { HeldRole } from '../objects/role.ts';
import type { Requester } from '../operation.ts';
import type { Inverse, Plan, Step } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { isOwnerLike, loses, without } from '../roles/permissions.ts';
import { findHeld, isDirect, permissionsOf, saySources, sourcesBeside } from './held.ts';
import { holdingPart } from './holding-part.ts';
import { knownLockout, lockoutWarnings, needLockout, refuseLockout } from './lockout.ts';
import { knownHolding, needGroupNames, needHolding } from './reads.ts';
import { holderGone, noAccess } from './refusals.ts';
import { takeRole, takeRoleOnly } from './role-steps.ts';
import type { Seat } from './seat.ts';

export const knownForUnassign = knownHolding.extend(knownLockout.shape);
type Known = z.infer<typeof knownForUnassign>;

/** The holder, its roles; of a group its members; the names of groups; and three more when an owner is concerned. */
export const unassignCalls = 6;

interface Asked {
  readonly seat: Seat;
  readonly role: ThingRef;
  readonly requester: Requester;
  readonly now: Instant;
}

export function needForUnassign(seat: Seat, role: ThingRef, have: Partial<Known>): readonly Need[] {
  if (have.holder === undefined) return needHolding(seat);
  const held = findHeld(have.held ?? [], role.id);
  return [...needGroupNames(seat, have), ...(held === null ? [] : needLockout(seat, held, have))];
}

function refuseNotHeld({ seat, role }: Asked, holder: Person): Refusal {
  return refuse('assignments.not-held', {
    what: `${holder.name} does not have the role ${role.name || role.id} in ${seat.place.name}.`,
    rule: 'Only a role that somebody has can be taken away.',
  });
}

function refuseInherited({ seat }: Asked, { holder, role, have }: Taking): Refusal | null {
  if (isDirect(role, seat.id)) return null;
  const through = saySources(sourcesBeside(role, seat.id), have.groups ?? []);
  return refuse('assignments.inherited', {
    what: `${holder.name} has the role ${role.name} through ${through}.`,
    rule: 'What comes through a group is taken away at the group: from the group itself, or by leaving it.',
  });
}

interface Taking {
  readonly holder: Person;
  readonly role: HeldRole;
  readonly have: Known;
}

function stepFor({ seat }: Asked, { holder, role }: Taking): Step {
  const title = `Take the role ${role.name} in ${seat.place.name} from ${holder.name}`;
  const sources = sourcesBeside(role, seat.id);
  const declared = { id: 'unassign', title, roleId: role.id };
  return sources.length === 0
    ? takeRole(seat.path, declared)
    : takeRoleOnly(seat.path, { ...declared, title: `${title}, who keeps it through groups`, sources });
}

function warningsFor({ seat, requester }: Asked, { holder, role, have }: Taking): readonly string[] {
  const people = [holder, ...(have.members ?? [])];
  const isOwn = people.some((person) => hasAddress(person, requester.openaiEmail));
  const through = sourcesBeside(role, seat.id);
  return [
    ...lockoutWarnings(seat, holder, role),
    ...(through.length === 0
      ? []
      : [`Nothing is lost yet: it stays through ${saySources(through, have.groups ?? [])}.`]),
    ...(isOwn ? ['The requester gives up access of their own.'] : []),
  ];
}

/** Given back while it still comes through a group, a role would change nothing that reading back could show. */
function inverseOf({ seat }: Asked, { role }: Taking): Inverse {
  if (sourcesBeside(role, seat.id).length > 0) {
    const sentence =
      'nothing is lost while it comes through a group; the role itself can be given again after that ends.';
    return { verdict: 'none', sentence, operation: null, input: null };
  }
  return {
    verdict: 'exact',
    sentence: 'give the role back; everything it allows comes back with it.',
    operation: seat.operations.assign,
    input: { ...seat.input, role: { id: role.id, name: role.name } },
  };
}

/** Takes a role away. What other roles allow as well stays, so that only the rest is shown as lost. */
export function planUnassign(asked: Asked, have: Known): Plan | Refusal {
  const { seat } = asked;
  const { holder, held } = have;
  if (holder === null) return holderGone(seat);
  if (held === null) return noAccess(seat, holder.name);
  const role = findHeld(held, asked.role.id);
  if (role === null) return refuseNotHeld(asked, holder);
  const taking = { holder, role, have };
  const refusal = refuseInherited(asked, taking) ?? refuseLockout(seat, role, have);
  return refusal ?? planTaking(asked, taking, held);
}

function planTaking(asked: Asked, taking: Taking, held: readonly HeldRole[]): Plan {
  const { seat, now } = asked;
  const { holder, role, have } = taking;
  const stays = sourcesBeside(role, seat.id).length > 0;
  const rest = permissionsOf(held.filter((each) => stays || each.id !== role.id));
  const isCritical = isOwnerLike(role) && seat.place.project === null;
  return planOf({
    ...holdingPart(seat, { holder, role, held, members: have.members ?? [] }, now),
    operation: seat.operations.unassign,
    tier: isCritical ? 'critical' : 'destructive',
    title: `Take a role in ${seat.place.name} from a ${seat.kind}`,
    gist: `${role.name} from ${holder.name}`,
    changes: [
      { label: `Role in ${seat.place.name}`, before: `${role.name}, of ${holder.name}`, after: null },
      ...loses('Loses', without(role.permissions, rest)),
    ],
    warnings: warningsFor(asked, taking),
    steps: [stepFor(asked, taking)],
    inverse: inverseOf(asked, taking),
  });
}
