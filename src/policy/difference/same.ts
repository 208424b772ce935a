import { canonicalJson } from '#domain/canonical.ts';

/** Equal as what they say: an absent key and null are one, because both mean "not asked". */
export function isSame(one: unknown, other: unknown): boolean {
  return canonicalJson(one ?? null) === canonicalJson(other ?? null);
}

/** Keys whose values differ, leaving out those that somebody else compares. */
export function differingKeys(one: object, other: object, known: readonly string[]): readonly string[] {
  const [left, right] = [one as Record<string, unknown>, other as Record<string, unknown>];
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].filter((key) => !known.includes(key) && !isSame(left[key], right[key])).toSorted();
}

/** Every part of the first is also in the second. */
export function isWithin(part: readonly string[], whole: readonly string[]): boolean {
  return part.every((one) => whole.includes(one));
}
