import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { measureNames, measures, rateLimitsSchema, sayLimits } from '../objects/rate-limit.ts';
import { declareRead } from '../operation.ts';
import { needRateLimits, pickLimits } from './limits-part.ts';

const number = new Intl.NumberFormat('en-US');
const say = (value: number | undefined): string => (value === undefined ? '' : number.format(value));

export const listRateLimits = declareRead({
  id: operationId('rate-limits.list'),
  title: 'List a project’s rate limits',
  summary: 'How many requests and tokens each model of a project may take.',
  example: '/openai rate-limits list search-dev',
  fields: { project: { kind: 'project', label: 'Project', hint: 'By name or id.', required: true } },
  callBudget: 1,
  known: z.object({ limits: rateLimitsSchema }),
  need: (ask, have) => (have.limits === undefined ? [needRateLimits(ask.input.project)] : []),
  view: (ask, { limits }) => {
    const { project } = ask.input;
    return {
      title: `Rate limits of ${project.name}`,
      parts: [
        {
          part: 'rows',
          columns: ['Model', 'Requests a minute', 'Tokens a minute', 'More'],
          rows: limits.map(({ id, model, limits: of }) => ({
            cells: [
              model,
              say(of.requestsPerMinute),
              say(of.tokensPerMinute),
              sayLimits(pickLimits(of, (name) => name !== 'requestsPerMinute' && name !== 'tokensPerMinute')),
            ],
            actions: [
              {
                label: 'Change',
                operation: operationId('rate-limits.set'),
                input: { project: { ...project }, model: { id, name: model } },
                style: 'plain',
              },
            ],
          })),
          empty: `${project.name} may use no model, so it has no rate limits.`,
        },
        {
          part: 'note',
          text: `Only models that the project may use are listed. In words a limit is written model:measure=number; the measures are ${measureNames
            .map((name) => `${measures[name].short} (${measures[name].says})`)
            .join(', ')}.`,
        },
      ],
    };
  },
});
