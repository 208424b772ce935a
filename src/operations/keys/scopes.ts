import { canonicalJson } from '#domain/canonical.ts';
import { accessLevels, type AccessLevel } from './access.ts';

/** Scopes of a key as requests and rules name them: `['all']` is everything a key of its project may do. */
export type Scopes = readonly string[];

/** The narrowest that is documented (OpenAI API reference, 2026-11): reading everything and doing nothing. */
export const pausedScopes: Scopes = accessLevels.read.scopes;

export const scopesOf = (access: AccessLevel): Scopes => accessLevels[access].scopes ?? ['all'];

export const isEverything = (scopes: Scopes): boolean => scopes.includes('all');

/** As an update takes them: left out they stay, so that only an empty list says "everything" (OpenAI API reference, 2026-11). */
export const scopesOnWire = (scopes: Scopes): readonly string[] => (isEverything(scopes) ? [] : scopes);

const asSet = (scopes: Scopes): string => canonicalJson(scopes.toSorted());

export const sameScopes = (one: Scopes, other: Scopes): boolean => asSet(one) === asSet(other);

/** The level that stands for exactly these scopes; null for a list of somebody's own. */
export function accessOf(scopes: Scopes): AccessLevel | null {
  const levels = Object.keys(accessLevels) as readonly AccessLevel[];
  return levels.find((level) => sameScopes(scopesOf(level), scopes)) ?? null;
}

/** `Make model requests (usual)`, or the identifiers themselves. */
export function sayScopes(scopes: Scopes): string {
  const access = accessOf(scopes);
  return access === null ? scopes.join(', ') : accessLevels[access].label;
}
