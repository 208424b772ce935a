import type { Field } from '../field.ts';

export const inProject = { kind: 'project', label: 'Project', hint: 'By name or id.', required: true } as const;

const role = { kind: 'thing', noun: 'role', label: 'Role', required: true } as const;

export const roleOfOrganization = {
  ...role,
  hint: 'A role of the organization, by name or id.',
  listing: { endpoint: 'GET /organization/roles', params: {}, id: 'id', name: 'name' },
} as const satisfies Field<true>;

export const roleOfProject = {
  ...role,
  hint: 'A role of that project, by name or id.',
  listing: { endpoint: 'GET /projects/{project_id}/roles', params: { project_id: 'project' }, id: 'id', name: 'name' },
} as const satisfies Field<true>;

const name = {
  kind: 'text',
  label: 'Name',
  hint: 'What people will call the role: Key reader.',
  max: 255,
  pattern: /\S/,
  patternHint: 'Write a name.',
} as const;

const permissions = {
  kind: 'words',
  // As many as the longest role seen has several times over; a longer list is a slip of the hand.
  most: 200,
  pattern: /^[A-Za-z][\w.:*/-]{1,199}$/,
  patternHint: 'Write permissions as OpenAI spells them, such as api.groups.read.',
  allowed: null,
} as const;

const description = {
  kind: 'text',
  max: 1000,
  pattern: /\S/,
  patternHint: 'Write a sentence.',
  required: false,
} as const;

/** What a new role is made of. Without permissions is allowed: such a role may do nothing yet. */
export const newRole = {
  name: { ...name, label: 'Name', required: true },
  permissions: {
    ...permissions,
    label: 'Permissions',
    hint: 'As OpenAI spells them: api.groups.read, api.groups.write.',
    required: false,
    narrows: 'subset',
  },
  description: { ...description, label: 'Description', hint: 'What the role is for.' },
} as const satisfies Readonly<Record<string, Field>>;

/** What can be different about a role. Permissions are added and taken away one by one, so that no list is ever overwritten. */
export const roleChange = {
  name: { ...name, label: 'New name', required: false },
  add: {
    ...permissions,
    label: 'Permissions to add',
    hint: 'For example api.groups.read.',
    required: false,
    narrows: 'subset',
  },
  remove: { ...permissions, label: 'Permissions to take away', hint: 'For example api.groups.write.', required: false },
  description: { ...description, label: 'New description', hint: 'What the role is for.' },
  noDescription: {
    kind: 'flag',
    label: 'Take the description away',
    hint: 'Leaves the role without a description.',
    required: false,
  },
} as const satisfies Readonly<Record<string, Field>>;
