import { idsOf, type Threat } from './ledger.ts';

/** One test as the test runner reports it. */
export interface TestResult {
  /** The titles around it, outermost first, then its own. */
  readonly titles: readonly string[];
  readonly file: string;
  readonly passed: boolean;
}

export interface TraceLine {
  readonly id: string;
  readonly test: string;
  readonly passed: boolean;
}

export interface Trace {
  readonly lines: readonly TraceLine[];
  /** What is wrong, each in a sentence; nothing is wrong if there is none. */
  readonly problems: readonly string[];
}

/** Which tests prove which abuse case. An id that is due and has no passing test, a failing test and an unknown id are problems. */
export function traceThreats(threats: readonly Threat[], results: readonly TestResult[]): Trace {
  const lines = results.flatMap(({ titles, file, passed }) =>
    [...new Set(titles.flatMap(idsOf))].map((id) => ({ id, test: `${file} › ${titles.join(' › ')}`, passed })),
  );
  const known = new Set(threats.map(({ id }) => id));
  const order = new Map(threats.map(({ id }, place) => [id, place]));
  const proven = new Set(lines.flatMap(({ id, passed }) => (passed ? [id] : [])));
  const problems = [
    ...threats.flatMap(({ id, abuse, due }) =>
      due === 'now' && !proven.has(id) ? [`${id} (${abuse}) has no passing test.`] : [],
    ),
    ...lines.flatMap(({ id, test, passed }) => (passed ? [] : [`${id} fails: ${test}`])),
    ...[...new Set(lines.map(({ id }) => id))].flatMap((id) =>
      known.has(id) ? [] : [`${id} stands in a test’s title and not in data/threats.csv.`],
    ),
  ];
  const place = ({ id }: TraceLine): number => order.get(id) ?? Infinity;
  return { lines: lines.toSorted((one, other) => place(one) - place(other)), problems };
}
