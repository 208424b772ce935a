import type { Option } from '../field.ts';

/**
 * What a key may do, in words, with the scope identifiers OpenAI uses (seen in its reference, 2026-11). No `scopes` at all is
 * everything a key of the project may do; an empty list would mean the same, so it is never sent.
 */
export const accessLevels = {
  requests: {
    label: 'Make model requests (usual)',
    scopes: ['api.model.read', 'api.model.request', 'api.responses.write'],
  },
  read: { label: 'Read only', scopes: ['api.all.read'] },
  all: { label: 'Everything in the project', scopes: null },
} as const;

export type AccessLevel = keyof typeof accessLevels;

export const accessOptions: readonly Option[] = Object.entries(accessLevels).map(([value, level]) => ({
  value,
  label: level.label,
}));

/** Reading everything and making model requests each allow something that the other does not. */
export const lessAccess = { all: ['requests', 'read'] } as const;

export function isAccessLevel(value: string): value is AccessLevel {
  return Object.hasOwn(accessLevels, value);
}
