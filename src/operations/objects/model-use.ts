import { z } from 'zod';
import { dayMs, type Instant, secondMs } from '#domain/instant.ts';
import { oneLine } from '#domain/printable.ts';
import { type Call, call } from '../call.ts';

/** Completions by model (OpenAI API reference, 2026-11); a row without a model was not grouped. */
export const modelUseWire = z.looseObject({
  data: z.array(
    z.looseObject({
      results: z.array(z.looseObject({ model: z.string().nullish(), num_model_requests: z.number().nullish() })),
    }),
  ),
});

export const modelUseSchema = z.array(z.object({ model: z.string(), requests: z.number(), busiest: z.number() }));
/** Requests of a model in the whole span and in its busiest bucket. */
export type ModelUse = z.infer<typeof modelUseSchema>[number];

/** A week by day: what a project needs that is used at all. */
export function weekOfUse(project: { readonly id: string }, now: Instant): Call {
  return call('GET /organization/usage/completions', {
    query: {
      start_time: Math.floor((now - 7 * dayMs) / secondMs),
      bucket_width: '1d',
      limit: 8,
      project_ids: [project.id],
      group_by: ['model'],
    },
  });
}

/** A day by hour: what a limit must let through. */
export function dayOfUse(project: { readonly id: string }, now: Instant): Call {
  return call('GET /organization/usage/completions', {
    query: {
      start_time: Math.floor((now - dayMs) / secondMs),
      bucket_width: '1h',
      limit: 25,
      project_ids: [project.id],
      group_by: ['model'],
    },
  });
}

/** Most used first; models without a request are left out. */
export function keepModelUse(answer: unknown): ModelUse[] {
  const uses = new Map<string, ModelUse>();
  for (const { results } of modelUseWire.parse(answer).data) {
    for (const { model, num_model_requests: requests } of results) {
      if (typeof model !== 'string' || typeof requests !== 'number' || requests <= 0) continue;
      const name = oneLine(model);
      const before = uses.get(name) ?? { model: name, requests: 0, busiest: 0 };
      uses.set(name, {
        model: name,
        requests: before.requests + requests,
        busiest: Math.max(before.busiest, requests),
      });
    }
  }
  return [...uses.values()].toSorted((one, other) => other.requests - one.requests);
}

/** Usage names the dated snapshot that answered (`gpt-6-astra-2026-08-01`), limits and lists mostly the model's own name. */
export function isUseOf(model: string, used: string): boolean {
  if (used === model) return true;
  return used.startsWith(`${model}-`) && /^\d{4}-\d{2}-\d{2}$|^\d{4}$/.test(used.slice(model.length + 1));
}
