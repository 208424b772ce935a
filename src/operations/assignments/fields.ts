import type { Field } from '../field.ts';

export const aPerson = { kind: 'user', label: 'Person', hint: 'By e-mail, name or @mention.', required: true } as const;

const role = { kind: 'thing', noun: 'role', label: 'Role', required: true } as const;

/** A group that is in the project. */
export const groupOfProject = {
  kind: 'thing',
  noun: 'group',
  label: 'Group',
  hint: 'A group that is in that project, by name or id.',
  required: true,
  listing: {
    endpoint: 'GET /organization/projects/{project_id}/groups',
    params: { project_id: 'project' },
    id: 'group_id',
    name: 'group_name',
  },
} as const satisfies Field<true>;

const had = { ...role, hint: 'One that they have, by name or id.' } as const;

export const roleOfUser = {
  ...had,
  listing: {
    endpoint: 'GET /organization/users/{user_id}/roles',
    params: { user_id: 'user' },
    id: 'id',
    name: 'name',
  },
} as const satisfies Field<true>;

export const roleOfGroup = {
  ...had,
  listing: {
    endpoint: 'GET /organization/groups/{group_id}/roles',
    params: { group_id: 'group' },
    id: 'id',
    name: 'name',
  },
} as const satisfies Field<true>;

export const roleOfProjectUser = {
  ...had,
  listing: {
    endpoint: 'GET /projects/{project_id}/users/{user_id}/roles',
    params: { project_id: 'project', user_id: 'user' },
    id: 'id',
    name: 'name',
  },
} as const satisfies Field<true>;

export const roleOfProjectGroup = {
  ...had,
  listing: {
    endpoint: 'GET /projects/{project_id}/groups/{group_id}/roles',
    params: { project_id: 'project', group_id: 'group' },
    id: 'id',
    name: 'name',
  },
} as const satisfies Field<true>;
