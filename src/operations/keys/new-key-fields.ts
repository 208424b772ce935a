import { dayMs, hourMs } from '#domain/instant.ts';
import type { Field } from '../field.ts';
import { accessOptions, lessAccess } from './access.ts';

/** What has to be said about a key that is to be made. */
export const newKeyFields = {
  name: {
    kind: 'text',
    label: 'Name',
    hint: 'What the key is for, in a word or two: nightly-eval.',
    required: true,
    max: 40,
    pattern: /^[a-z0-9][a-z0-9-]{1,39}$/,
    patternHint: 'Use 2 to 40 lower-case letters, digits and dashes, beginning with a letter or digit.',
  },
  for: {
    kind: 'duration',
    label: 'For how long',
    hint: 'For example 30d or 12h. The key ends by itself then.',
    required: true,
    minMs: hourMs,
    maxMs: 365 * dayMs,
    suggest: ['7d', '30d', '90d'],
    initial: '30d',
    narrows: 'shorter',
  },
  access: {
    kind: 'choice',
    label: 'What it may do',
    hint: 'The least that is enough.',
    required: true,
    options: accessOptions,
    less: lessAccess,
    initial: 'requests',
  },
} as const satisfies Readonly<Record<string, Field>>;
