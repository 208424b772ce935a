import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { apiKeySchema } from '../objects/api-key.ts';
import { projectSchema } from '../objects/project.ts';
import { declareChange } from '../operation.ts';
import { planContainment } from './contain-plan.ts';
import { needKeys, needSpent } from './hanging.ts';
import { needInside } from './inside.ts';
import { needStopSettings, stopSettings } from './settings.ts';

export const containProject = declareChange({
  id: operationId('projects.contain'),
  tier: 'destructive',
  title: 'Contain a project',
  summary: 'Stops every request of a project at once and deletes nothing: no model, lowest limits, one cent a month.',
  example: '/openai projects contain billing-prod --reason "a key was posted in public, which one is not known"',
  fields: {
    project: { kind: 'project', label: 'Project', hint: 'By name or id. All its keys pause.', required: true },
  },
  callBudget: 6,
  known: z.object({ project: projectSchema, ...stopSettings, keys: z.array(apiKeySchema), spentCents: z.number() }),
  need: (ask, have) =>
    needInside(have, {
      family: 'projects',
      ref: ask.input.project,
      rest: () =>
        have.limits === undefined
          ? [...needStopSettings(ask.input.project), needKeys(ask.input.project), needSpent(ask.input.project, ask.now)]
          : [],
    }),
  plan: (ask, have) => planContainment(have, ask.now),
});
