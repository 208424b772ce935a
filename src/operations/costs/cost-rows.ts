import { z } from 'zod';
import { type Instant, secondMs, utcMinute } from '#domain/instant.ts';
import { oneLine } from '#domain/printable.ts';
import { isJsonObject } from '#domain/json.ts';
import { type Call, call } from '../call.ts';
import type { ProjectRef } from '../field.ts';
import { rowsOfBuckets } from '../objects/bucket.ts';

/** What costs can be told apart by: the word people type, the name on the wire (OpenAI API reference, 2026-11), the column's head. */
export const costGroupings = {
  project: { wire: 'project_id', head: 'Project' },
  'line-item': { wire: 'line_item', head: 'For' },
  day: { wire: null, head: 'Day (UTC)' },
  key: { wire: 'api_key_id', head: 'Key' },
  person: { wire: 'user_id', head: 'Person' },
} as const;
export type CostGrouping = keyof typeof costGroupings;

export const isCostGrouping = (word: string): word is CostGrouping => Object.hasOwn(costGroupings, word);

export const costRowSchema = z.object({ group: z.string().nullable(), cents: z.int() });
export type CostRow = z.infer<typeof costRowSchema>;

export interface CostQuestion {
  readonly by: CostGrouping;
  readonly project: ProjectRef | null;
  readonly from: Instant;
}

export function costsCall({ by, project, from }: CostQuestion): Call {
  const { wire } = costGroupings[by];
  return call('GET /organization/costs', {
    query: {
      start_time: Math.floor(from / secondMs),
      bucket_width: '1d',
      ...(project === null ? {} : { project_ids: [project.id] }),
      ...(wire === null ? {} : { group_by: [wire] }),
    },
  });
}

const CENTS = 100;

function dollarsIn(row: Readonly<Record<string, unknown>>): number {
  const amount = row['amount'];
  const value = isJsonObject(amount) ? amount['value'] : null;
  return typeof value === 'number' ? value : 0;
}

/** Costs come in fractions of dollars; each row is rounded once at its end. Days in their order, everything else dearest first. */
export function keepCostRows(by: CostGrouping) {
  const { wire } = costGroupings[by];
  return (answer: unknown): CostRow[] => {
    const dollars = new Map<string | null, number>();
    for (const { startsAt, row } of rowsOfBuckets(answer)) {
      const named = wire === null ? utcMinute(startsAt).slice(0, 'yyyy-mm-dd'.length) : row[wire];
      const group = typeof named === 'string' ? oneLine(named) : null;
      dollars.set(group, (dollars.get(group) ?? 0) + dollarsIn(row));
    }
    const rows = [...dollars].map(([group, sum]) => ({ group, cents: Math.round(sum * CENTS) }));
    return wire === null ? rows : rows.toSorted((one, other) => other.cents - one.cents);
  };
}
