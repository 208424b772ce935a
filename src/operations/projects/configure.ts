import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import type { JsonObject } from '#domain/json.ts';
import { refuse } from '#domain/refusal.ts';
import type { ProjectRef } from '../field.ts';
import { read } from '../need.ts';
import { keepModelUse, modelUseSchema, weekOfUse } from '../objects/model-use.ts';
import { projectSchema } from '../objects/project.ts';
import { declareChange } from '../operation.ts';
import type { Inverse } from '../plan.ts';
import { needSpent } from './hanging.ts';
import { needInside } from './inside.ts';
import { planSettings, verdictOf } from './plan-settings.ts';
import { allSettings, needAllSettings } from './settings.ts';
import type { Wish } from './wish.ts';
import { wishFields } from './wish-fields.ts';
import { fullInput, fullWish } from './wish-words.ts';

const id = operationId('projects.configure');

/** The way back from any change of several settings. */
export function configuringBack(project: ProjectRef & JsonObject, back: Wish): Inverse {
  const { verdict, loss } = verdictOf(back);
  const sentence = `set back what this changes.${loss}`;
  return { verdict, sentence, operation: id, input: { project, ...fullInput(back) } };
}

export const configureProject = declareChange({
  id,
  tier: 'destructive',
  title: 'Set several settings of a project',
  summary: 'Sets models, rate limits, tools, service tiers and hard limit of a project in one request.',
  example: '/openai projects configure search-dev --only-models gpt-6-astra --hard-limit $250 --reason "as it was"',
  fields: { project: { kind: 'project', label: 'Project', hint: 'By name or id.', required: true }, ...wishFields },
  callBudget: 8,
  known: z.object({ project: projectSchema, ...allSettings, use: modelUseSchema, spentCents: z.number() }),
  need: (ask, have) =>
    needInside(have, {
      family: 'projects',
      ref: ask.input.project,
      rest: () =>
        have.limits === undefined
          ? [
              ...needAllSettings(ask.input.project),
              read('use', { call: weekOfUse(ask.input.project, ask.now), keep: keepModelUse, pages: 'all' }),
              needSpent(ask.input.project, ask.now),
            ]
          : [],
    }),
  plan: (ask, have) => {
    const wish = fullWish(ask.input);
    if (typeof wish === 'string') {
      return refuse('projects.configure.unclear', {
        what: `It is not clear how ${have.project.name} should be set.`,
        rule: wish,
      });
    }
    const { id: projectId, name } = have.project;
    return planSettings({
      id,
      now: ask.now,
      title: `Set settings of ${name}`,
      project: have.project,
      before: have,
      wish,
      use: have.use,
      spentCents: have.spentCents,
      inverse: (back) => configuringBack({ id: projectId, name }, back),
    });
  },
});
