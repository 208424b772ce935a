import type { Field } from '../field.ts';
import { organizationRoles } from '../objects/named-roles.ts';

export const emailField = {
  kind: 'text',
  label: 'E-mail address',
  hint: 'Where OpenAI knows them, or sends the invitation: marta@acme.example.',
  required: true,
  max: 254,
  pattern: /^[^\s@<>,"]+@[^\s@<>,"]+\.[^\s@<>,"]+$/,
  patternHint: 'Write one e-mail address.',
} as const satisfies Field<true>;

export const roleField = {
  kind: 'choice',
  label: 'Role in the organization',
  hint: 'A reader works in their projects; an owner may do everything.',
  required: false,
  options: organizationRoles,
  initial: 'reader',
} as const satisfies Field<false>;

export const inviteField = {
  kind: 'thing',
  noun: 'invitation',
  label: 'Invitation',
  hint: 'By e-mail address or id.',
  required: true,
  listing: { endpoint: 'GET /organization/invites', params: {}, id: 'id', name: 'email' },
} as const satisfies Field<true>;
