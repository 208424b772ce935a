import type { Field } from '../field.ts';
import { projectRoles } from '../objects/named-roles.ts';

export const projectField = {
  kind: 'project',
  label: 'Project',
  hint: 'By name or id.',
  required: true,
} as const satisfies Field<true>;

export const personField = {
  kind: 'user',
  label: 'Person',
  hint: 'By e-mail, name, id or mention.',
  required: true,
} as const satisfies Field<true>;

export const projectRoleField = {
  kind: 'choice',
  label: 'Role in the project',
  hint: 'An owner may also add people and change the project’s settings.',
  required: true,
  options: projectRoles,
  initial: 'member',
} as const satisfies Field<true>;
