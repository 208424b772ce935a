import type { Field } from '../field.ts';

export const projectField = {
  kind: 'project',
  label: 'Project',
  hint: 'By name or id.',
  required: true,
} as const satisfies Field;

export const accountField = {
  kind: 'thing',
  label: 'Service account',
  hint: 'By name or id, for example indexer-staging.',
  required: true,
  noun: 'service account',
  listing: {
    endpoint: 'GET /organization/projects/{project_id}/service_accounts',
    params: { project_id: 'project' },
    id: 'id',
    name: 'name',
  },
} as const satisfies Field;

/** How an account may be called here. OpenAI takes more, but a name has to be read in a sentence and typed on a phone. */
export const nameField = {
  kind: 'text',
  label: 'Name',
  hint: 'What it is for, for example indexer-staging.',
  required: true,
  max: 100,
  pattern: /^[\p{L}\p{N}][^\n\t]*$/u,
  patternHint: 'Begin with a letter or a digit, and keep to one line.',
} as const satisfies Field;
