import type { JsonObject } from '#domain/json.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Tier } from '#domain/tier.ts';
import type { InputOf, ThingRef } from '../field.ts';
import type { Role } from '../objects/role.ts';
import type { Change } from '../plan.ts';
import type { roleChange } from './fields.ts';
import { areOwnerLike, gains, loses, without } from './permissions.ts';
import type { RolePlace } from './place.ts';

export type RoleChangeInput = InputOf<typeof roleChange> & { readonly role: ThingRef };

/** What is asked for, compared with what there is. Null where nothing is asked. */
export interface RoleDifference {
  readonly name: string | null;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly description: { readonly to: string | null } | null;
}

export function differenceOf(input: RoleChangeInput, role: Role): RoleDifference {
  const to = input.noDescription === true ? null : (input.description ?? role.description);
  return {
    name: input.name === role.name ? null : input.name,
    added: without([...new Set(input.add ?? [])], role.permissions).toSorted(),
    removed: role.permissions.filter((permission) => input.remove?.includes(permission)),
    description: to === role.description ? null : { to },
  };
}

export function refuseInput(input: RoleChangeInput): Refusal | null {
  const both = (input.add ?? []).filter((permission) => input.remove?.includes(permission));
  const rule = 'A request has to say one thing.';
  if (both.length > 0) {
    return refuse('roles.contradiction', { what: `${both.join(', ')} cannot be added and taken away at once.`, rule });
  }
  if (input.description !== null && input.noDescription === true) {
    return refuse('roles.contradiction', { what: 'The description cannot be changed and taken away at once.', rule });
  }
  return null;
}

/** The fields that OpenAI gets and that it must show afterwards. Permissions are sent as the whole new list, which replaces the old. */
export function fieldsOf(
  { name, added, removed, description }: RoleDifference,
  role: Role,
): { body: JsonObject; shown: JsonObject } {
  const permissions = [...without(role.permissions, removed), ...added].toSorted();
  const same = {
    ...(added.length + removed.length === 0 ? {} : { permissions }),
    ...(description === null ? {} : { description: description.to }),
  };
  return {
    body: { ...same, ...(name === null ? {} : { role_name: name }) },
    shown: { ...same, ...(name === null ? {} : { name }) },
  };
}

export function changesOf({ name, added, removed, description }: RoleDifference, role: Role): readonly Change[] {
  return [
    ...(name === null ? [] : [{ label: 'Name', before: role.name, after: name }]),
    ...gains('Its holders gain', added),
    ...loses('Its holders lose', removed),
    ...(description === null ? [] : [{ label: 'Description', before: role.description, after: description.to }]),
  ];
}

/** The same request the other way round. It takes back what this one did and leaves what others did meanwhile. */
export function inverseInput(place: RolePlace, role: Role, difference: RoleDifference): JsonObject {
  const { name, added, removed, description } = difference;
  return {
    ...place.where,
    role: { id: role.id, name: name ?? role.name },
    name: name === null ? null : role.name,
    add: removed.length === 0 ? null : removed,
    remove: added.length === 0 ? null : added,
    description: description === null ? null : role.description,
    noDescription: description !== null && role.description === null ? true : null,
  };
}

export function tierOf({ added, removed }: RoleDifference): Tier {
  if (areOwnerLike([...added, ...removed])) return 'critical';
  return added.length + removed.length > 0 ? 'destructive' : 'routine';
}
