import type { Change } from '../plan.ts';
import type { Role } from '../objects/role.ts';
import { linesOf } from './lines.ts';

// Built-in ids come short and with the place behind two underscores (seen on the live API, 2026).
const OWNER_ID = /^role-api-(organization|project)-owner(__|$)/;

// "Organization administration" is everything an owner can do (OpenAI API reference, 2026-11); the rest are its wider spellings.
const OWNER_PERMISSIONS: readonly string[] = ['api.management.write', 'api.all.write', 'api.all'];

/** Whether permissions make somebody as good as an owner: such a holder could give themselves everything else. */
export function areOwnerLike(permissions: readonly string[]): boolean {
  return permissions.some((permission) => OWNER_PERMISSIONS.includes(permission));
}

/** Whether a role makes its holder an owner, by what it is or by what it permits. */
export function isOwnerLike(role: Pick<Role, 'id' | 'permissions'>): boolean {
  return OWNER_ID.test(role.id) || areOwnerLike(role.permissions);
}

export const gains = (label: string, permissions: readonly string[]): readonly Change[] =>
  linesOf(permissions.toSorted()).map((line) => ({ label, before: null, after: line }));

export const loses = (label: string, permissions: readonly string[]): readonly Change[] =>
  linesOf(permissions.toSorted()).map((line) => ({ label, before: line, after: null }));

/** What is in one list and not in the other. */
export function without(permissions: readonly string[], others: readonly string[]): readonly string[] {
  return permissions.filter((permission) => !others.includes(permission));
}
