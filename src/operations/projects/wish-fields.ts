import type { Field, InputOf } from '../field.ts';
import { modelWords } from '../models/model-words.ts';
import { defaultTiers } from '../objects/service-tiers.ts';
import { limitWords } from '../rate-limits/limit-word.ts';
import { tierWords } from '../service-tiers/tier-words.ts';
import { toolWords } from '../tools/tool-words.ts';

type AllFields = Readonly<Record<string, Field>>;

/** The settings that can stop a project, in words. */
export const stopFields = {
  onlyModels: {
    kind: 'words',
    label: 'Only these models',
    hint: 'For example gpt-6-astra. Every other one is blocked.',
    required: false,
    ...modelWords,
    narrows: 'subset',
  },
  exceptModels: {
    kind: 'words',
    label: 'All but these models',
    hint: 'For example gpt-image-2. Every other one may be used.',
    required: false,
    ...modelWords,
  },
  noModel: { kind: 'flag', label: 'No model at all', hint: 'Every request fails then.', required: false },
  everyModel: { kind: 'flag', label: 'Every model', hint: 'Also those released later.', required: false },
  limits: {
    kind: 'words',
    label: 'Rate limits',
    hint: 'For example gpt-6-astra:rpm=500, gpt-6-astra:tpm=100000.',
    required: false,
    ...limitWords,
  },
  hardLimit: {
    kind: 'money',
    label: 'Hard limit a month',
    hint: 'In dollars, for example $250.',
    required: false,
    minCents: 1,
    maxCents: 100_000_000,
    narrows: 'lower',
  },
  noHardLimit: { kind: 'flag', label: 'No hard limit', hint: 'Removes the one there is.', required: false },
} as const satisfies AllFields;
export type StopInput = InputOf<typeof stopFields>;

/** Every setting, in words. */
export const wishFields = {
  ...stopFields,
  toolsOn: { kind: 'words', label: 'Tools on', hint: 'For example web_search.', required: false, ...toolWords },
  toolsOff: { kind: 'words', label: 'Tools off', hint: 'For example mcp.', required: false, ...toolWords },
  tiers: {
    kind: 'words',
    label: 'Service tiers allowed',
    hint: 'For example flex, fast. Write standard for no other, all for every one.',
    required: false,
    ...tierWords,
  },
  defaultTier: {
    kind: 'choice',
    label: 'Tier of requests that name none',
    hint: 'Needed with the tiers allowed.',
    required: false,
    options: defaultTiers.map((value) => ({ value, label: value })),
  },
} as const satisfies AllFields;
export type WishInput = InputOf<typeof wishFields>;
