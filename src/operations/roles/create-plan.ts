import { z } from 'zod';
import type { OperationId } from '#domain/ids.ts';
import { count } from '#domain/instant.ts';
import type { Refusal } from '#domain/refusal.ts';
import type { InputOf } from '../field.ts';
import { type Need, read } from '../need.ts';
import { keepRoles, roleSchema } from '../objects/role.ts';
import type { Change, Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { createStep } from '../step.ts';
import { resultOf, slotJson } from '../template.ts';
import type { newRole } from './fields.ts';
import { areOwnerLike, gains } from './permissions.ts';
import type { RolePlace } from './place.ts';
import { refuseTaken } from './refusals.ts';

export const knownRoles = z.object({ roles: z.array(roleSchema) });
type Known = z.infer<typeof knownRoles>;

/** The roles there are, because names are not unique at OpenAI and have to be here. */
export function needRoles(place: RolePlace): Need {
  return read('roles', { call: place.list, keep: keepRoles, pages: 'all' });
}

interface Asked {
  readonly id: OperationId;
  readonly place: RolePlace;
  readonly input: InputOf<typeof newRole>;
}

function createRole({ place, input }: Asked, permissions: readonly string[]) {
  return createStep({
    id: 'create',
    title: `Create the role ${input.name} in ${place.name}`,
    call: place.create({
      role_name: input.name,
      permissions: [...permissions],
      ...(input.description === null ? {} : { description: input.description }),
    }),
    listedIn: place.listAgain,
    where: { name: input.name, permissions: [...permissions], predefined_role: false },
  });
}

function changesOf({ place, input }: Asked, permissions: readonly string[]): readonly Change[] {
  return [
    { label: 'New role', before: null, after: `${input.name} in ${place.name}` },
    ...(permissions.length === 0 ? [{ label: 'May', before: null, after: 'nothing yet' }] : gains('May', permissions)),
    ...(input.description === null ? [] : [{ label: 'Description', before: null, after: input.description }]),
  ];
}

/** Makes a role. It gives nobody anything until somebody is given it. */
export function planNewRole(asked: Asked, { roles }: Known): Plan | Refusal {
  const { id, place, input } = asked;
  const taken = refuseTaken(input.name, roles, place);
  if (taken !== null) return taken;
  const permissions = [...new Set(input.permissions ?? [])].toSorted();
  const ownerLike = areOwnerLike(permissions);
  return planOf({
    operation: id,
    tier: ownerLike ? 'critical' : 'routine',
    title: `Create a role in ${place.name}`,
    gist: `${input.name}, ${count(permissions.length, 'permission')}`,
    target: { kind: 'role', id: place.project?.id ?? 'organization', name: input.name },
    project: place.project,
    changes: changesOf(asked, permissions),
    holds: 'nobody, until it is given to somebody',
    warnings: ownerLike ? ['Whoever is given this role is as good as an owner.'] : [],
    guards: { ...place.where, namesake: null },
    before: {},
    steps: [createRole(asked, permissions)],
    inverse: {
      verdict: 'exact',
      sentence: 'delete the role again; whoever was given it meanwhile loses it.',
      operation: place.operations.delete,
      input: { ...place.where, role: { id: slotJson(resultOf('create', 'id')), name: input.name } },
    },
    bounds: { permissions },
  });
}
