import { z } from 'zod';
import type { OperationId } from '#domain/ids.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { type Need, read } from '../need.ts';
import { keepRole, type Role, roleSchema } from '../objects/role.ts';
import type { Plan, Step } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { setStep } from '../step.ts';
import { needRoles } from './create-plan.ts';
import { holderCalls, holdersIn, knownGroups, needHolders, sayHolders } from './holders.ts';
import { areOwnerLike } from './permissions.ts';
import type { RolePlace } from './place.ts';
import { refuseBuiltIn, refuseTaken, roleGone } from './refusals.ts';
import {
  changesOf,
  differenceOf,
  fieldsOf,
  inverseInput,
  refuseInput,
  type RoleChangeInput,
  tierOf,
} from './role-difference.ts';

export const knownForUpdate = z
  .object({ role: roleSchema.nullable(), groups: knownGroups, roles: z.array(roleSchema).optional() })
  .catchall(z.unknown());
type Known = z.infer<typeof knownForUpdate>;

/** The role, its holders as far as they can be asked for, and the other roles when it gets a new name. */
export const updateCalls = 3 + holderCalls;

export function needForUpdate(place: RolePlace, input: RoleChangeInput, have: Partial<Known>): readonly Need[] {
  if (have.role === undefined) {
    return [
      read('role', { call: place.one(input.role.id), keep: keepRole, absent: 'null' }),
      place.groups,
      ...(input.name === null ? [] : [needRoles(place)]),
    ];
  }
  return have.role === null || have.role.isBuiltIn ? [] : needHolders(place, input.role.id, have);
}

function refuseUpdate({ place, input }: Asked, role: Role, roles: readonly Role[]): Refusal | null {
  const others = roles.filter(({ id }) => id !== role.id);
  return (
    refuseBuiltIn(role) ?? refuseInput(input) ?? (input.name === null ? null : refuseTaken(input.name, others, place))
  );
}

function changeStep(place: RolePlace, role: Role, { body, shown }: ReturnType<typeof fieldsOf>): Step {
  return setStep({
    id: 'update',
    title: `Change the role ${role.name}`,
    call: place.update(role.id, body),
    read: place.oneAgain(role.id),
    where: shown,
  });
}

interface Asked {
  readonly id: OperationId;
  readonly place: RolePlace;
  readonly input: RoleChangeInput;
  readonly now: number;
}

/** Changes a role, and with it what everybody who has it may do. */
export function planRoleUpdate(asked: Asked, have: Known): Plan | Refusal {
  const { id, place, input, now } = asked;
  const { role } = have;
  if (role === null) return roleGone(input.role, place);
  const refusal = refuseUpdate(asked, role, have.roles ?? []);
  if (refusal !== null) return refusal;
  const difference = differenceOf(input, role);
  const fields = fieldsOf(difference, role);
  if (Object.keys(fields.body).length === 0) {
    const rule = 'A request has to change something.';
    return refuse('roles.same', { what: `${role.name} is like that already.`, rule });
  }
  const holders = sayHolders(holdersIn(have.groups, have), have.groups);
  const ownerLike = areOwnerLike(difference.added);
  return planOf({
    operation: id,
    tier: tierOf(difference),
    title: `Change a role in ${place.name}`,
    gist: role.name,
    target: { kind: 'role', id: role.id, name: role.name },
    project: place.project,
    changes: changesOf(difference, role),
    holds: holders,
    facts: [{ label: 'Has it', value: holders, at: now }],
    warnings: ownerLike ? ['Whoever has this role becomes as good as an owner, at once.'] : [],
    guards: { ...place.where, role: { ...role } },
    before: { role: { ...role } },
    steps: [changeStep(place, role, fields)],
    inverse: {
      verdict: 'exact',
      sentence: 'change it back; whoever has the role gets back what it allowed before.',
      operation: place.operations.update,
      input: inverseInput(place, role, difference),
    },
    bounds: { permissions: difference.added },
  });
}
