import { z } from 'zod';
import { type Instant, secondMs } from '#domain/instant.ts';

/** Usage and costs come in buckets of time, each with rows (OpenAI API reference, 2026-11); a bucket without rows was silent. */
export const bucketWire = z.looseObject({
  data: z.array(z.looseObject({ start_time: z.number(), results: z.array(z.looseObject({})) })),
});

export interface BucketRow {
  readonly startsAt: Instant;
  readonly row: Readonly<Record<string, unknown>>;
}

export function rowsOfBuckets(answer: unknown): readonly BucketRow[] {
  return bucketWire
    .parse(answer)
    .data.flatMap((bucket) => bucket.results.map((row) => ({ startsAt: bucket.start_time * secondMs, row })));
}
