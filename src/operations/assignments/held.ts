import type { HeldRole } from '../objects/role.ts';

type Source = HeldRole['sources'][number];

/** One role by two spellings: built-in ids come short, and with the place behind two underscores (seen on the live API, 2026). */
export function isSameRole(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}__`) || other.startsWith(`${one}__`);
}

export function findHeld(held: readonly HeldRole[], roleId: string): HeldRole | null {
  return held.find((role) => isSameRole(role.id, roleId)) ?? null;
}

/** Through what a holder has a role besides having it itself. */
export function sourcesBeside(role: HeldRole, holderId: string): readonly Source[] {
  return role.sources.filter((source) => source.id !== holderId);
}

/** Whether a holder has a role itself. Where OpenAI names no source, nothing but the holder can be one. */
export function isDirect(role: HeldRole, holderId: string): boolean {
  return role.sources.length === 0 || role.sources.some((source) => source.id === holderId);
}

/** Names the sources: `the group Platform`. A group that could not be looked up is called by its id. */
export function saySources(sources: readonly Source[], groups: readonly { id: string; name: string }[]): string {
  const names = sources.map(({ id }) => groups.find((group) => group.id === id)?.name ?? id).toSorted();
  return `${names.length === 1 ? 'the group' : 'the groups'} ${names.join(', ')}`;
}

/** Every permission that these roles give together. */
export function permissionsOf(roles: readonly HeldRole[]): readonly string[] {
  return [...new Set(roles.flatMap((role) => role.permissions))].toSorted();
}
