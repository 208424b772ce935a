/** A query as the official client writes it: brackets for lists and for ranges. */
export function queryText(query: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(query).flatMap(([name, value]): [string, string][] => {
    if (Array.isArray(value)) return value.map((one) => [`${name}[]`, String(one)]);
    if (typeof value !== 'object' || value === null) return [[name, String(value)]];
    return Object.entries(value).map(([bound, at]) => [`${name}[${bound}]`, String(at)]);
  });
  return new URLSearchParams(pairs).toString();
}
