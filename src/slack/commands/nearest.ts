import { distance } from 'fastest-levenshtein';
import type { Operation } from '#operations/operation.ts';

/** Three suggestions can be read at a glance. */
const shown = 3;

/** Half the letters may be wrong; beyond that a suggestion is a guess. */
function isNear(word: string, candidate: string): boolean {
  return candidate.startsWith(word) || distance(word, candidate) <= Math.max(1, Math.floor(candidate.length / 2));
}

function byDistance<T>(word: string, items: readonly T[], name: (item: T) => string): readonly T[] {
  const wanted = word.toLowerCase();
  return items
    .map((item) => ({ item, far: name(item).startsWith(wanted) ? 0 : distance(wanted, name(item)) }))
    .filter(({ item }) => isNear(wanted, name(item)))
    .sort((a, b) => a.far - b.far)
    .slice(0, shown)
    .map(({ item }) => item);
}

/** Operations that `family verb` could have meant. */
export function nearestOperations(catalogue: readonly Operation[], family: string, verb: string): readonly Operation[] {
  const sameFamily = catalogue.filter((operation) => operation.family === family.toLowerCase());
  if (sameFamily.length > 0) {
    const near = byDistance(verb, sameFamily, (operation) => operation.verb);
    return near.length > 0 ? near : sameFamily.slice(0, shown);
  }
  const whole = byDistance(
    `${family} ${verb}`.trim(),
    catalogue,
    (operation) => `${operation.family} ${operation.verb}`,
  );
  if (whole.length > 0) return whole;
  return byDistance(family, catalogue, (operation) => operation.family).slice(0, shown);
}

export function nearestFlags(flags: readonly string[], flag: string): readonly string[] {
  return byDistance(flag, flags, (each) => each);
}
