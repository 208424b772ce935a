import type { JsonObject } from '#domain/json.ts';
import type { GroupContents } from './standing.ts';

/** One request carries out at most so many calls: more could not be watched, and the first of them would be old by the last. */
export const MOST_STEPS = 50;

/** `proj_1:role_2`: a role in a project as one word. */
const wordOf = (projectId: string, roleId: string): string => `${projectId}:${roleId}`;

/**
 * What `groups.restore` needs to make a group again, as far as it fits one request. Roles come first, because there are few of them;
 * `left` is how many members did not fit.
 */
export function restoreInput({ group, members, roles, standings }: GroupContents): { input: JsonObject; left: number } {
  const inProjects = (standings ?? []).flatMap(({ project, roles: held }) =>
    held.map((role) => wordOf(project.id, role.id)),
  );
  const room = Math.max(0, MOST_STEPS - 1 - roles.length - inProjects.length);
  const ids = members.map((person) => person.id).toSorted();
  const listed = (words: readonly string[]) => (words.length === 0 ? null : words);
  return {
    input: {
      name: group.name,
      members: listed(ids.slice(0, room)),
      roles: listed(roles.map((role) => role.id).toSorted()),
      projects: listed(inProjects),
    },
    left: Math.max(0, ids.length - room),
  };
}

/** The two ids of such a word. */
export function projectRoleOf(word: string): { readonly projectId: string; readonly roleId: string } {
  const at = word.indexOf(':');
  return { projectId: word.slice(0, at), roleId: word.slice(at + 1) };
}
