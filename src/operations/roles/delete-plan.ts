import { z } from 'zod';
import type { OperationId } from '#domain/ids.ts';
import type { JsonObject } from '#domain/json.ts';
import type { Refusal } from '#domain/refusal.ts';
import type { ThingRef } from '../field.ts';
import { type Need, read } from '../need.ts';
import { keepRole, type Role, roleSchema } from '../objects/role.ts';
import type { Inverse, Plan, Step } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { deleteStep } from '../step.ts';
import { holderCalls, holdersIn, knownGroups, needHolders, sayHolders } from './holders.ts';
import { isOwnerLike, loses } from './permissions.ts';
import type { RolePlace } from './place.ts';
import { refuseBuiltIn, roleGone } from './refusals.ts';

export const knownForDelete = z.object({ role: roleSchema.nullable(), groups: knownGroups }).catchall(z.unknown());
type Known = z.infer<typeof knownForDelete>;

/** The role, the groups there are, and which of them have it. */
export const deleteCalls = 2 + holderCalls;

export function needForDelete(place: RolePlace, roleId: string, have: Partial<Known>): readonly Need[] {
  if (have.role === undefined) {
    return [read('role', { call: place.one(roleId), keep: keepRole, absent: 'null' }), place.groups];
  }
  return have.role === null || have.role.isBuiltIn ? [] : needHolders(place, roleId, have);
}

function inverseOf(place: RolePlace, role: Role): Inverse {
  const input: JsonObject = {
    ...place.where,
    name: role.name,
    permissions: role.permissions.length === 0 ? null : role.permissions,
    description: role.description,
  };
  return {
    verdict: 'partial',
    sentence:
      'a role with the same name and permissions can be made, under a new id; nobody has it until it is given to each holder again.',
    operation: place.operations.create,
    input,
  };
}

function deleteIt(place: RolePlace, role: Role): Step {
  return deleteStep({
    id: 'delete',
    title: `Delete the role ${role.name}`,
    call: place.remove(role.id),
    read: place.oneAgain(role.id),
  });
}

interface Asked {
  readonly id: OperationId;
  readonly place: RolePlace;
  readonly input: { readonly role: ThingRef };
  readonly now: number;
}

/** Deletes a role, and with it what it gave to everybody who has it. */
export function planRoleDelete({ id, place, input, now }: Asked, have: Known): Plan | Refusal {
  const { role } = have;
  if (role === null) return roleGone(input.role, place);
  const builtIn = refuseBuiltIn(role);
  if (builtIn !== null) return builtIn;
  const holding = holdersIn(have.groups, have);
  const holders = sayHolders(holding, have.groups);
  return planOf({
    operation: id,
    tier: isOwnerLike(role) ? 'critical' : 'destructive',
    title: `Delete a role in ${place.name}`,
    gist: role.name,
    target: { kind: 'role', id: role.id, name: role.name },
    project: place.project,
    changes: [
      { label: 'Role', before: `${role.name} in ${place.name}`, after: null },
      ...loses('Its holders lose', role.permissions),
    ],
    holds: holders,
    facts: [{ label: 'Has it', value: holders, at: now }],
    warnings: [
      'Whoever has this role loses what only this role allows, at once.',
      ...(isOwnerLike(role) ? ['Who is as good as an owner through this role alone is so no longer.'] : []),
    ],
    guards: { ...place.where, role: { ...role } },
    before: { role: { ...role }, groups: holding?.map((group) => ({ ...group })) ?? null },
    steps: [deleteIt(place, role)],
    inverse: inverseOf(place, role),
  });
}
