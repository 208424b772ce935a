import type { Field, InputOf } from '../field.ts';
import { type Limits, measureNames } from '../objects/rate-limit.ts';
import { pickLimits } from './limits-part.ts';

const amount = (label: string, unit: string) =>
  ({
    kind: 'count',
    label,
    hint: 'Leave it out to keep it. At most what the organization has.',
    required: false,
    min: 0,
    // A hundred times the largest limit known of OpenAI: catches a slip, not a wish.
    max: 500_000_000_000,
    unit,
    narrows: 'lower',
  }) as const satisfies Field;

/** A number for each measure, named as the measures are. */
export const setFields = {
  project: { kind: 'project', label: 'Project', hint: 'By name or id.', required: true },
  model: {
    kind: 'thing',
    label: 'Model',
    hint: 'For example gpt-6-astra.',
    required: true,
    noun: 'model',
    listing: {
      endpoint: 'GET /organization/projects/{project_id}/rate_limits',
      params: { project_id: 'project' },
      id: 'id',
      name: 'model',
    },
  },
  requestsPerMinute: amount('Requests a minute', 'requests'),
  tokensPerMinute: amount('Tokens a minute', 'tokens'),
  imagesPerMinute: amount('Images a minute', 'images'),
  audioMegabytesPerMinute: amount('Audio megabytes a minute', 'megabytes'),
  requestsPerDay: amount('Requests a day', 'requests'),
  batchTokensPerDay: amount('Batch input tokens a day', 'tokens'),
} as const;
export type SetInput = InputOf<typeof setFields>;

export function limitsAsked(input: SetInput): Limits {
  const given = Object.fromEntries(
    measureNames.flatMap((name) => {
      const value = input[name];
      return value === null ? [] : [[name, value]];
    }),
  );
  return pickLimits(given, () => true);
}
