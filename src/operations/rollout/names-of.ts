import { count } from '#domain/instant.ts';

/** `keys.issue, keys.limit and 3 more`. */
export function namesOf(ids: readonly string[], most: number): string {
  const rest = ids.length - most;
  return rest > 0 ? `${ids.slice(0, most).join(', ')} and ${count(rest, 'more', 'more')}` : ids.join(', ');
}
