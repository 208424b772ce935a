import type { Field } from '../field.ts';

export const aGroup = {
  kind: 'thing',
  noun: 'group',
  label: 'Group',
  hint: 'By name or id.',
  required: true,
  listing: { endpoint: 'GET /organization/groups', params: {}, id: 'id', name: 'name' },
} as const satisfies Field<true>;

export const groupName = {
  kind: 'text',
  label: 'Name',
  hint: 'What people will call the group: Support.',
  required: true,
  // OpenAI's own bound (OpenAI API reference, 2026-11).
  max: 255,
  pattern: /\S/,
  patternHint: 'Write a name.',
} as const satisfies Field<true>;

/** Somebody and the group they join or leave. */
export const groupAndPerson = {
  group: aGroup,
  user: { kind: 'user', label: 'Person', hint: 'By e-mail, name or @mention.', required: true },
} as const satisfies Readonly<Record<string, Field>>;
