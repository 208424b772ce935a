import { dayMs, type Instant, secondMs } from '#domain/instant.ts';
import { type Call, call } from '../call.ts';

/** A week of completions with one key, by day and model: read with `keepModelUse`. */
export function weekOfKeyUse(key: { readonly id: string }, now: Instant): Call {
  return call('GET /organization/usage/completions', {
    query: {
      start_time: Math.floor((now - 7 * dayMs) / secondMs),
      bucket_width: '1d',
      // Seven days touch eight UTC days, and so the week is one page.
      limit: 8,
      api_key_ids: [key.id],
      group_by: ['model'],
    },
  });
}
