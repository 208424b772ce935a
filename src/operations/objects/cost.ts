import { z } from 'zod';
import { type Instant, secondMs } from '#domain/instant.ts';
import { type Call, call } from '../call.ts';

/** Costs come in decimal dollars a day and line item (OpenAI API reference, 2026-11), unlike limits, which are cents. */
export const costWire = z.looseObject({
  data: z.array(
    z.looseObject({
      results: z.array(z.looseObject({ amount: z.looseObject({ value: z.number().nullish() }).nullish() })),
    }),
  ),
});

const CENTS = 100;

/** The whole of a costs answer in US cents, rounded once at the end. */
export function keepTotalCents(answer: unknown): number {
  const results = costWire.parse(answer).data.flatMap((bucket) => bucket.results);
  const dollars = results.reduce((sum, result) => sum + (result.amount?.value ?? 0), 0);
  return Math.round(dollars * CENTS);
}

/** Daily costs from a moment on, of one project or of everything. */
export function costsSince(from: Instant, project: { readonly id: string } | null): Call {
  return call('GET /organization/costs', {
    query: {
      start_time: Math.floor(from / secondMs),
      bucket_width: '1d',
      // A month is one page then; left out, a page holds seven days (OpenAI API reference, 2026-11).
      limit: 31,
      ...(project === null ? {} : { project_ids: [project.id] }),
    },
  });
}

/** Midnight UTC of the first day of this month, when monthly limits begin anew. */
export function monthStart(now: Instant): Instant {
  const today = new Date(now);
  return Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), 1);
}
