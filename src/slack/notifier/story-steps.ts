import { z } from 'zod';
import type { Entry } from '#audit/entry.ts';
import type { Plan, Step } from '#operations/plan.ts';
import type { StoryStep } from '../blocks/story.ts';

/** What a `call.settled` entry says of one call; other kinds of entries and erased bodies are passed over. */
const settled = z.object({
  kind: z.literal('call.settled'),
  what: z.object({
    step: z.string(),
    outcome: z.string(),
    method: z.string(),
    path: z.string(),
    status: z.number().nullable(),
    vendorRequestId: z.string().nullable(),
    durationMs: z.number().nullable(),
  }),
});

function titleOf(plan: Plan, stepId: string): string {
  const steps: readonly Step[] = [...plan.steps, ...plan.compensations, ...plan.endings];
  return steps.find((step) => step.id === stepId)?.title ?? stepId;
}

function bodyOf(entry: Entry): unknown {
  try {
    return entry.body === null ? null : JSON.parse(entry.body);
  } catch {
    return null;
  }
}

/** The calls of a request as the audit chain has them, in order. */
export function storySteps(plan: Plan, entries: readonly Entry[]): readonly StoryStep[] {
  return entries.flatMap((entry) => {
    const parsed = settled.safeParse(bodyOf(entry));
    if (!parsed.success) return [];
    const { step, outcome, method, path, status, vendorRequestId, durationMs } = parsed.data.what;
    const shown = status === null ? 'no answer' : String(status);
    return [
      {
        title: titleOf(plan, step),
        method,
        path,
        status: `${shown}, ${outcome}`,
        vendorRequestId: vendorRequestId ?? '',
        durationMs,
      },
    ];
  });
}
