import { z } from 'zod';
import { count } from '#domain/instant.ts';
import { type Need, read } from '../need.ts';
import type { RolePlace } from './place.ts';

// One question a group, and OpenAI answers about six a minute: ten take a minute, which a person still waits for.
const MOST_GROUPS = 10;

/** A group as the list of a place tells of it; whether it has the role stands beside it, under `holds:<id>`. */
export const knownGroups = z.array(z.object({ id: z.string(), name: z.string() }));
type Groups = z.infer<typeof knownGroups>;

const nameOf = (groupId: string): string => `holds:${groupId}`;

/** Which groups have a role: OpenAI lists the roles of a holder, never the holders of a role. Nothing where there are too many. */
export function needHolders(
  place: RolePlace,
  roleId: string,
  have: Readonly<Record<string, unknown>>,
): readonly Need[] {
  const groups = knownGroups.safeParse(have['groups']).data ?? [];
  if (groups.length > MOST_GROUPS) return [];
  return groups
    .filter((group) => have[nameOf(group.id)] === undefined)
    .map((group) =>
      read(nameOf(group.id), { call: place.ofGroup(group.id, roleId), keep: () => true, absent: 'null' }),
    );
}

/** The calls that `needHolders` can make at most. */
export const holderCalls = MOST_GROUPS;

/** The groups that have it; null where there were too many to ask. */
export function holdersIn(groups: Groups, have: Readonly<Record<string, unknown>>): Groups | null {
  return groups.length > MOST_GROUPS ? null : groups.filter((group) => have[nameOf(group.id)] === true);
}

export function sayHolders(holders: Groups | null, groups: Groups): string {
  const names = holders?.map((group) => group.name).toSorted();
  const said =
    names === undefined
      ? `which of the ${count(groups.length, 'group')} have it was not asked`
      : names.length === 0
        ? 'no group'
        : `${names.length === 1 ? 'the group' : 'the groups'} ${names.join(', ')}`;
  return `${said} · people who have it themselves, whom OpenAI does not list`;
}
