import type { Field } from '../field.ts';

export const text = {
  kind: 'text',
  // As long as a text that an undo gives back.
  max: 1000,
  pattern: /\S/,
  patternHint: 'Write something.',
} as const;

/** Long enough for twenty attributes or for the keys of an issuer with their certificates. */
export const longText = { kind: 'paragraph', max: 20_000 } as const;

export const description = {
  ...text,
  label: 'Description',
  hint: 'What it is for.',
  required: false,
} as const satisfies Field<false>;

export const noDescription = {
  kind: 'flag',
  label: 'Take the description away',
  hint: 'Leaves it without a description.',
  required: false,
} as const satisfies Field<false>;

export const state = {
  kind: 'choice',
  label: 'State',
  hint: 'Off is the stop that can be taken back: nobody can sign in, and nothing is lost.',
  required: false,
  options: [
    { value: 'on', label: 'On' },
    { value: 'off', label: 'Off' },
  ],
} as const satisfies Field<false>;

export const aProvider = {
  kind: 'thing',
  noun: 'identity provider',
  label: 'Identity provider',
  hint: 'By name or id.',
  required: true,
  listing: { endpoint: 'GET /organization/workload_identity_providers', params: {}, id: 'id', name: 'name' },
} as const satisfies Field<true>;

export const aRule = {
  kind: 'thing',
  noun: 'federation rule',
  label: 'Federation rule',
  hint: 'One of that provider, by name or id.',
  required: true,
  listing: {
    endpoint: 'GET /organization/workload_identity_providers/{workload_identity_provider_id}/federation_rules',
    params: { workload_identity_provider_id: 'provider' },
    id: 'id',
    name: 'name',
  },
} as const satisfies Field<true>;
