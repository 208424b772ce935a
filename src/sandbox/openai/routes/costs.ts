import { z } from 'zod';

import type { Behaviour } from '../behaviour.ts';
import { type Desk, type JsonObject, get } from '../http/endpoint.ts';
import { badRequest } from '../http/problem.ts';
import { queryField } from '../http/query.ts';
import type { Traffic } from '../records/traffic.ts';
import { type Bucket, COST_LIMITS, bucketsOf, showBuckets } from '../usage/buckets.ts';
import { flowOf, valueOf } from '../usage/flow.ts';
import { type LineItem, lineItemsOf } from '../usage/prices.ts';
import { type Portion, sumRows } from '../usage/rows.ts';

const query = {
  start_time: z.string().regex(/^\d+$/).transform(Number),
  end_time: queryField.instant,
  bucket_width: z.literal('1d').default('1d'),
  project_ids: queryField.list,
  api_key_ids: queryField.list,
  line_items: queryField.list,
  group_by: queryField.list.pipe(
    z.array(z.enum(['project_id', 'line_item', 'api_key_id', 'user_id', 'api_source'])).optional(),
  ),
  limit: queryField.text,
  page: queryField.text,
} as const;

type Query = z.output<z.ZodObject<typeof query>>;
type Grouping = NonNullable<Query['group_by']>;

/** Whole days of UTC in dollars, where spend alerts and limits count cents. OpenAI API reference, 2026-11. */
export const costEndpoints = [
  get('/organization/costs', query, ({ query, ...desk }) => {
    refuseGrouping(desk.behaviour, query);
    const flow = flowOf(desk.organization).filter((traffic) => fits(traffic, query));
    return showBuckets(bucketsOf(query, desk.nowSec, COST_LIMITS), (bucket) =>
      sumRows(flow.flatMap((traffic) => portionsOf(desk, traffic, { bucket, query }))).map((row) =>
        showRow(row, query.group_by ?? []),
      ),
    );
  }),
];

/** Two groupings were not always answered in 2026; the message about keys names the day from which on they are. */
function refuseGrouping({ costsByKey, costsByUserInProject }: Readonly<Behaviour>, query: Query): void {
  const grouping = query.group_by ?? [];
  const withProjects = grouping.includes('project_id') || query.project_ids !== undefined;
  if (grouping.includes('user_id') && withProjects && costsByUserInProject === 'refused') {
    throw badRequest("'user_id' cannot be combined with projects for this organization.", { param: 'group_by' });
  }
  if (!grouping.includes('api_key_id') || costsByKey === 'allowed') return;
  if (costsByKey === 'refused') throw badRequest("'api_key_id' is not supported here.", { param: 'group_by' });
  if (query.start_time >= costsByKey) return;
  throw badRequest(`'api_key_id' is supported only for a start_time of at least ${costsByKey}.`, { param: 'group_by' });
}

function fits(traffic: Traffic, { project_ids, api_key_ids }: Query): boolean {
  return (
    (project_ids === undefined || project_ids.includes(traffic.projectId)) &&
    (api_key_ids === undefined || (traffic.apiKeyId !== null && api_key_ids.includes(traffic.apiKeyId)))
  );
}

interface Cell {
  readonly bucket: Bucket;
  readonly query: Query;
}

function portionsOf({ behaviour, nowSec }: Desk, traffic: Traffic, { bucket, query }: Cell): readonly Portion[] {
  const toSec = Math.min(bucket.endSec, nowSec - Math.ceil(behaviour.costDelayMs / 1000));
  return lineItemsOf(traffic, bucket.startSec, toSec)
    .filter(({ name }) => query.line_items === undefined || query.line_items.includes(name))
    .map((item) => ({
      at: Object.fromEntries((query.group_by ?? []).flatMap((by) => cellsOf(traffic, item, by))),
      metrics: { usd: item.usd, quantity: item.quantity },
    }));
}

type NamedValue = readonly [name: string, value: string | boolean | null];

/** A line brings its unit along. */
function cellsOf(traffic: Traffic, item: LineItem, by: Grouping[number]): readonly NamedValue[] {
  if (by !== 'line_item') return [[by, valueOf(traffic, by)]];
  return [
    ['line_item', item.name],
    ['quantity_unit', item.unit],
  ];
}

/** Quantities of different lines cannot be added, so there is one only when rows are lines. */
function showRow({ at, metrics }: Portion, grouping: Grouping): JsonObject {
  return {
    object: 'organization.costs.result',
    amount: { value: rounded(metrics['usd']), currency: 'usd' },
    project_id: null,
    line_item: null,
    api_key_id: null,
    user_id: null,
    api_source: null,
    quantity: grouping.includes('line_item') ? rounded(metrics['quantity']) : null,
    quantity_unit: null,
    ...at,
  };
}

/** Sums of fractions end in noise; a millionth is finer than anything on an invoice. */
function rounded(value: number | undefined): number {
  return Math.round((value ?? 0) * 1e6) / 1e6;
}
