/** One line of a list of pairs: `repository = acme/search`. */
export interface Pair {
  readonly name: string;
  readonly value: string;
}

const NONE = 'none';

/** Reads pairs, one a line; the word `none` is no pair. Null where a line is none, or a name stands twice. */
export function readPairs(text: string): readonly Pair[] | null {
  if (text.trim().toLowerCase() === NONE) return [];
  const pairs: Pair[] = [];
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    const at = line.indexOf('=');
    const name = line.slice(0, Math.max(0, at)).trim();
    const value = line.slice(at + 1).trim();
    if (name === '' || value === '' || pairs.some((pair) => pair.name === name)) return null;
    pairs.push({ name, value });
  }
  return pairs.length === 0 ? null : pairs;
}

export function writePairs(pairs: readonly Pair[]): string {
  return pairs.length === 0 ? NONE : pairs.map(({ name, value }) => `${name} = ${value}`).join('\n');
}
