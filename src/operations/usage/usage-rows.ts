import { z } from 'zod';
import { dayMs, type Instant, secondMs, utcMinute } from '#domain/instant.ts';
import { oneLine } from '#domain/printable.ts';
import { type Call, call } from '../call.ts';
import type { ProjectRef } from '../field.ts';
import { rowsOfBuckets } from '../objects/bucket.ts';
import { type Grouping, groupings, type UsageKind } from './kinds.ts';

export const usageRowSchema = z.object({
  /** An id, a model, a day: whatever rows were put together by; null where OpenAI names nothing. */
  group: z.string().nullable(),
  /** In the order of the kind's measures. */
  values: z.array(z.number()),
});
export type UsageRow = z.infer<typeof usageRowSchema>;

// The most buckets a page can have where they are days (OpenAI API reference, 2026-11). It cannot be left to the pager: it depends on the width.
const DAYS_A_PAGE = 31;

/** Buckets are days of UTC, so that a span begins at the midnight before it. */
export const startOfSpan = (now: Instant, spanMs: number): Instant => Math.floor((now - spanMs) / dayMs) * dayMs;

export interface UsageQuestion {
  readonly kind: UsageKind;
  readonly by: Grouping;
  readonly project: ProjectRef | null;
  readonly from: Instant;
}

export function usageCall({ kind, by, project, from }: UsageQuestion): Call {
  const { wire } = groupings[by];
  return call(kind.endpoint, {
    query: {
      start_time: Math.floor(from / secondMs),
      bucket_width: '1d',
      limit: DAYS_A_PAGE,
      ...(project === null ? {} : { project_ids: [project.id] }),
      ...(wire === null ? {} : { group_by: [wire] }),
    },
  });
}

const numberIn = (row: Readonly<Record<string, unknown>>, name: string): number => {
  const value = row[name];
  return typeof value === 'number' ? value : 0;
};

function groupIn(row: Readonly<Record<string, unknown>>, by: Grouping, startsAt: Instant): string | null {
  const { wire } = groupings[by];
  if (wire === null) return utcMinute(startsAt).slice(0, 'yyyy-mm-dd'.length);
  const value = row[wire];
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? oneLine(value) : null;
}

/** One row a group over the whole span; days in their order, everything else by its first number, largest first. */
export function keepUsage({ kind, by }: Pick<UsageQuestion, 'kind' | 'by'>) {
  return (answer: unknown): UsageRow[] => {
    const sums = new Map<string | null, { readonly at: Instant; readonly values: readonly number[] }>();
    for (const { startsAt, row } of rowsOfBuckets(answer)) {
      const group = groupIn(row, by, startsAt);
      const values = kind.measures.map(({ wire }) => numberIn(row, wire));
      const before = sums.get(group);
      if (before === undefined || (!kind.adds && startsAt > before.at)) sums.set(group, { at: startsAt, values });
      // Rows of one bucket add up even where days do not.
      else if (kind.adds || startsAt === before.at) {
        sums.set(group, { at: startsAt, values: values.map((value, place) => value + (before.values[place] ?? 0)) });
      }
    }
    const rows = [...sums].map(([group, { values }]) => ({ group, values: [...values] }));
    return by === 'day' ? rows : rows.toSorted((one, other) => (other.values[0] ?? 0) - (one.values[0] ?? 0));
  };
}
