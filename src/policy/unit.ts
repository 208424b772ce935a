import type { PersonId } from '#domain/ids.ts';
import { membershipOf } from './membership.ts';
import type { Scene } from './scene.ts';

/**
 * The part of the company a person works in: as their entry says, else as the groups say that hold them. Null where nothing says so,
 * where two groups disagree, and where a group that could say so was not readable.
 */
export function unitOf(scene: Scene, person: PersonId): string | null {
  const { people, groups } = scene.policy;
  const own = Object.hasOwn(people, person) ? people[person]?.unit : null;
  if (typeof own === 'string') return own;
  const units = new Set<string>();
  for (const [name, { unit }] of Object.entries(groups)) {
    if (unit === null) continue;
    const membership = membershipOf(scene, name);
    if (membership.kind === 'unknown') return null;
    if (membership.accounts.has(person)) units.add(unit);
  }
  const [only, ...others] = units;
  return others.length === 0 ? (only ?? null) : null;
}
