import { z } from 'zod';

import { type Desk, type Endpoint, type JsonObject, get } from '../http/endpoint.ts';
import { queryField } from '../http/query.ts';
import { type Traffic, USAGE_KINDS, type UsageKind } from '../records/traffic.ts';
import { type Bucket, bucketsOf, showBuckets } from '../usage/buckets.ts';
import { flowOf, valueOf } from '../usage/flow.ts';
import { type Dimension, usageKinds } from '../usage/kinds.ts';
import { type Metrics, metricsPerRequest } from '../usage/per-request.ts';
import { type Portion, sumRows } from '../usage/rows.ts';
import { storedBytes, unitsBetween } from '../usage/units.ts';

const oneOf = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  queryField.list.pipe(z.array(z.enum(values)).optional());

/** Two dimensions group and do not filter; OpenAI API reference, 2026-11. */
const filterNames: Readonly<Partial<Record<Dimension, string>>> = {
  project_id: 'project_ids',
  user_id: 'user_ids',
  api_key_id: 'api_key_ids',
  model: 'models',
  batch: 'batch',
  size: 'sizes',
  source: 'sources',
  vector_store_id: 'vector_store_ids',
  context_level: 'context_levels',
};

const filterFields: Readonly<Record<string, z.ZodType>> = {
  project_ids: queryField.list,
  user_ids: queryField.list,
  api_key_ids: queryField.list,
  models: queryField.list,
  batch: z.enum(['true', 'false']).optional(),
  sizes: oneOf(['256x256', '512x512', '1024x1024', '1792x1792', '1024x1792']),
  sources: oneOf(['image.generation', 'image.edit', 'image.variation']),
  vector_store_ids: queryField.list,
  context_levels: oneOf(['low', 'medium', 'high']),
};

/** Numbers of what was used, computed from the organization's traffic. Rows without a grouping are one a bucket, empty buckets have none. */
export const usageEndpoints: readonly Endpoint[] = USAGE_KINDS.map((kind) => usageOf(kind));

function usageOf(kind: UsageKind): Endpoint {
  const { groupBy } = usageKinds[kind];
  const query = {
    start_time: z.string().regex(/^\d+$/).transform(Number),
    end_time: queryField.instant,
    bucket_width: z.enum(['1m', '1h', '1d']).default('1d'),
    group_by: oneOf(groupBy),
    limit: queryField.text,
    page: queryField.text,
    ...filtersOf(groupBy),
  };
  return get(`/organization/usage/${kind}`, query, ({ query, ...desk }) => {
    const flow = flowOf(desk.organization).filter((traffic) => traffic.kind === kind && fits(traffic, query));
    const grouped = query.group_by ?? [];
    return showBuckets(bucketsOf(query, desk.nowSec), (bucket) =>
      sumRows(flow.flatMap((traffic) => portionOf(desk, traffic, { bucket, grouped }))).map((row) =>
        showRow(kind, row),
      ),
    );
  });
}

function filtersOf(dimensions: readonly Dimension[]): Readonly<Record<string, z.ZodType>> {
  const names = dimensions.flatMap((dimension) => filterNames[dimension] ?? []);
  return Object.fromEntries(Object.entries(filterFields).filter(([name]) => names.includes(name)));
}

function fits(traffic: Traffic, query: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(filterNames).every(([dimension, name]) => {
    const wanted = query[name];
    if (wanted === undefined) return true;
    const actual = String(valueOf(traffic, dimension as Dimension));
    return Array.isArray(wanted) ? wanted.includes(actual) : wanted === actual;
  });
}

interface Cell {
  readonly bucket: Bucket;
  readonly grouped: readonly Dimension[];
}

/** Nothing when the stream was silent, which leaves a bucket of silent streams empty. */
function portionOf({ behaviour, nowSec }: Desk, traffic: Traffic, { bucket, grouped }: Cell): readonly Portion[] {
  const toSec = Math.min(bucket.endSec, nowSec - Math.ceil(behaviour.usageDelayMs / 1000));
  const metrics = metricsIn(traffic, bucket.startSec, toSec);
  if (Object.values(metrics).every((value) => value === 0)) return [];
  return [{ at: Object.fromEntries(grouped.map((dimension) => [dimension, valueOf(traffic, dimension)])), metrics }];
}

function metricsIn(traffic: Traffic, fromSec: number, toSec: number): Metrics {
  if (traffic.kind === 'vector_stores') return { usage_bytes: storedBytes(traffic, fromSec, toSec) };
  const requests = unitsBetween(traffic, fromSec, toSec);
  const perRequest = Object.entries(metricsPerRequest(traffic));
  return Object.fromEntries(perRequest.map(([name, value]) => [name, value * requests]));
}

function showRow(kind: UsageKind, { at, metrics }: Portion): JsonObject {
  const { object, groupBy } = usageKinds[kind];
  const ungrouped = Object.fromEntries(groupBy.map((dimension) => [dimension, null]));
  return { object, ...metrics, ...ungrouped, ...at };
}
