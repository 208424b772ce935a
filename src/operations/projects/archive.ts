import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import type { Refusal } from '#domain/refusal.ts';
import type { InputOf } from '../field.ts';
import { projectSchema } from '../objects/project.ts';
import { type Ask, declareChange } from '../operation.ts';
import type { Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { archiveStep, noWayBack } from './archive-step.ts';
import { endingChanges, hanging, hangingGuard, keyFacts, needHanging, sayHolds, warnInUse } from './hanging.ts';
import { needInside, projectGuard, refOf } from './inside.ts';
import { refuseDefault } from './naming.ts';

const id = operationId('projects.archive');

const fields = { project: { kind: 'project', label: 'Project', hint: 'By name or id.', required: true } } as const;

const known = z.object({ project: projectSchema, ...hanging });

function plan(ask: Ask<InputOf<typeof fields>>, have: z.infer<typeof known>): Plan | Refusal {
  const refusal = refuseDefault(have.project);
  if (refusal !== null) return refusal;
  const project = refOf(have.project);
  return planOf({
    operation: id,
    tier: 'critical',
    title: `Archive the project ${project.name}`,
    gist: `${project.name}, for ever`,
    target: { kind: 'project', ...project },
    project,
    changes: [{ label: 'State', before: 'active', after: 'archived, for ever' }, ...endingChanges(have, ask.now)],
    holds: sayHolds(have),
    facts: keyFacts(have.keys, ask.now),
    warnings: [...warnInUse(have.keys, ask.now), 'An archived project never comes back.'],
    guards: { project: projectGuard(have.project), ...hangingGuard(have) },
    before: { project: { ...have.project }, members: have.members, keys: have.keys, accounts: have.accounts },
    steps: [archiveStep(project)],
    inverse: noWayBack(project),
  });
}

export const archiveProject = declareChange({
  id,
  tier: 'critical',
  title: 'Archive a project',
  summary: 'Ends a project with its keys and service accounts. OpenAI has no way back.',
  example: '/openai projects archive hackweek-2026 --reason "the week is over"',
  fields,
  callBudget: 5,
  known,
  need: (ask, have) =>
    needInside(have, {
      family: 'projects',
      ref: ask.input.project,
      rest: () => (have.members === undefined ? needHanging(ask.input.project, ask.now) : []),
    }),
  plan,
});
