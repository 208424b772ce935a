import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Role } from '../objects/role.ts';
import type { RolePlace } from './place.ts';

export function roleGone(role: { readonly id: string; readonly name: string }, place: RolePlace): Refusal {
  return refuse('roles.gone', {
    what: `There is no role ${role.name || role.id} in ${place.name} any more.`,
    rule: 'Only a role that OpenAI still lists can be shown, changed or given.',
  });
}

export function refuseBuiltIn(role: Role): Refusal | null {
  if (!role.isBuiltIn) return null;
  return refuse('roles.built-in', {
    what: `${role.name} is one of OpenAI’s own roles.`,
    rule: 'OpenAI does not let anybody change or delete its built-in roles.',
    whoCan: 'Nobody. Make a role of your own with the permissions that you want.',
  });
}

/** A second role of the same name could not be told apart by anybody who gives it later. */
export function refuseTaken(name: string, roles: readonly Role[], place: RolePlace): Refusal | null {
  const namesake = roles.find((role) => role.name.toLowerCase() === name.toLowerCase());
  if (namesake === undefined) return null;
  return refuse('roles.taken', {
    what: `${place.name} has a role ${namesake.name} already.`,
    rule: 'Every role needs a name of its own here, so that nobody gives the wrong one.',
    next: {
      kind: 'start',
      label: 'Show it',
      operation: place.operations.show,
      input: { ...place.where, role: { id: namesake.id, name: namesake.name } },
    },
  });
}
