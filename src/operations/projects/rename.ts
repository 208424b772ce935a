import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { InputOf } from '../field.ts';
import { projectSchema } from '../objects/project.ts';
import { type Ask, declareChange } from '../operation.ts';
import type { Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { callTemplate, setStep } from '../step.ts';
import { needInside, projectGuard, refOf } from './inside.ts';
import { nameField, needNamesakes, refuseDefault, refuseName } from './naming.ts';

const id = operationId('projects.rename');

const fields = {
  project: { kind: 'project', label: 'Project', hint: 'By its name now, or by id.', required: true },
  name: { ...nameField, label: 'New name' },
} as const;

const known = z.object({ project: projectSchema, namesakes: z.array(projectSchema) });

function plan(ask: Ask<InputOf<typeof fields>>, have: z.infer<typeof known>): Plan | Refusal {
  const { name } = ask.input;
  const project = refOf(have.project);
  if (project.name === name) {
    return refuse('projects.rename.same', {
      what: `The project is called ${name} already.`,
      rule: 'A request has to change something.',
    });
  }
  const others = have.namesakes.filter((each) => each.id !== project.id);
  const refusal = refuseDefault(have.project) ?? refuseName(name, others);
  if (refusal !== null) return refusal;
  const params = { project_id: project.id };
  return planOf({
    operation: id,
    tier: 'routine',
    title: `Rename the project ${project.name}`,
    gist: `${project.name} becomes ${name}`,
    target: { kind: 'project', ...project },
    project,
    changes: [{ label: 'Name', before: project.name, after: name }],
    warnings: [`The policy goes by names: rules for ${project.name} no longer meet it, rules for ${name} do.`],
    guards: { project: projectGuard(have.project), namesakes: others.map((each) => each.id) },
    before: { name: project.name },
    steps: [
      setStep({
        id: 'rename',
        title: `Call the project ${name}`,
        call: callTemplate('POST /organization/projects/{project_id}', { params, body: { name } }),
        read: callTemplate('GET /organization/projects/{project_id}', { params }),
        where: { name },
      }),
    ],
    inverse: {
      verdict: 'exact',
      sentence: `call it ${project.name} again.`,
      operation: id,
      input: { project: { ...project, name }, name: project.name },
    },
  });
}

export const renameProject = declareChange({
  id,
  tier: 'routine',
  title: 'Rename a project',
  summary: 'Gives a project another name. Its id, keys and settings stay.',
  example: '/openai projects rename search-dev --name search-staging --reason "it is staging by now"',
  fields,
  callBudget: 2,
  known,
  need: (ask, have) =>
    needInside(have, {
      family: 'projects',
      ref: ask.input.project,
      rest: () => (have.namesakes === undefined ? [needNamesakes(ask.input.name)] : []),
    }),
  plan,
});
