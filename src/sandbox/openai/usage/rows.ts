/** A number of things under some dimensions. */
export interface Portion {
  readonly at: Readonly<Record<string, string | boolean | null>>;
  readonly metrics: Readonly<Record<string, number>>;
}

/** Adds up what stands under the same values, in the order in which each was met first. */
export function sumRows(portions: readonly Portion[]): readonly Portion[] {
  const sums = new Map<string, Portion>();
  for (const portion of portions) {
    const key = JSON.stringify(portion.at);
    const before = sums.get(key)?.metrics ?? {};
    const metrics = Object.entries(portion.metrics).map(([name, value]) => [name, (before[name] ?? 0) + value]);
    sums.set(key, { at: portion.at, metrics: { ...before, ...Object.fromEntries(metrics) } });
  }
  return [...sums.values()];
}
