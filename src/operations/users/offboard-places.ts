import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { wantedProjects } from '../invites/project-words.ts';
import type { KnownProject } from '../memory.ts';
import type { OrganizationUser } from '../objects/organization-user.ts';
import { heldKeys, type Held } from './held.ts';

/** A project that somebody has to be taken out of, or has keys in. */
export interface Place {
  readonly id: string;
  readonly name: string;
  /** `none` where there are only keys; `unknown` where OpenAI did not say, so that the project is asked. */
  readonly role: string;
}

// Of the twenty reads that a recipe may make, six are about the person.
const MOST_READS = 14;

interface Reach {
  readonly user: OrganizationUser;
  readonly held: Held | undefined;
  readonly projects: readonly KnownProject[];
}

/** Every project that is known to concern somebody, or those of them that are named, in order of their ids. */
export function placesOf(from: readonly string[] | null, { user, held, projects }: Reach): readonly Place[] | Refusal {
  const places = new Map<string, Place>();
  for (const key of held === undefined ? [] : heldKeys(held)) {
    places.set(key.projectId, { id: key.projectId, name: key.projectName, role: 'none' });
  }
  for (const place of user.projects ?? []) places.set(place.id, place);
  if (from !== null) {
    const wanted = wantedProjects(from, projects);
    if (isRefusal(wanted)) return wanted;
    const role = user.projects === null ? 'unknown' : 'none';
    return wanted.map(({ id, name }) => places.get(id) ?? { id, name, role });
  }
  return [...places.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

/** Whether it matters who else is in the project: only an owner leaves something to hand over. */
export const readsMembers = (place: Place): boolean => place.role === 'owner' || place.role === 'unknown';

const readsOf = (place: Place): number => (readsMembers(place) ? 2 : 1);

/** What fits into one plan, and in how many parts the rest comes. */
export function partOf(places: readonly Place[]): { readonly now: readonly Place[]; readonly later: number } {
  const parts: Place[][] = [[]];
  let reads = 0;
  for (const place of places) {
    if (reads + readsOf(place) > MOST_READS) {
      parts.push([]);
      reads = 0;
    }
    reads += readsOf(place);
    parts.at(-1)?.push(place);
  }
  return { now: parts[0] ?? [], later: parts.length - 1 };
}
