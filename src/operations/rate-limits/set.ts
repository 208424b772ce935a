import { operationId } from '#domain/ids.ts';
import { read } from '../need.ts';
import { dayOfUse, keepModelUse } from '../objects/model-use.ts';
import { declareChange } from '../operation.ts';
import { needInside } from '../projects/inside.ts';
import { needRateLimits } from './limits-part.ts';
import { limitsAsked, setFields } from './set-fields.ts';
import { knownLimits, planLimits, refuseNoModel } from './set-plan.ts';

export const setRateLimits = declareChange({
  id: operationId('rate-limits.set'),
  tier: 'destructive',
  title: 'Set a model’s rate limits in a project',
  summary: 'How many requests and tokens one model of a project may take, up to what the organization has.',
  example:
    '/openai rate-limits set search-dev --model gpt-6-astra --requests-per-minute 500 --reason "evaluation was too greedy"',
  fields: setFields,
  callBudget: 3,
  known: knownLimits,
  need: (ask, have) =>
    needInside(have, {
      family: 'rate-limits',
      ref: ask.input.project,
      rest: () =>
        have.limits === undefined
          ? [
              needRateLimits(ask.input.project),
              read('use', { call: dayOfUse(ask.input.project, ask.now), keep: keepModelUse, pages: 'all' }),
            ]
          : [],
    }),
  plan: (ask, have) => {
    const { model } = ask.input;
    const row = have.limits.find((each) => each.id === model.id);
    if (row === undefined) return refuseNoModel(have.project, model.name || model.id);
    return planLimits({ row, wish: limitsAsked(ask.input), now: ask.now }, have);
  },
});
