import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import type { Refusal } from '#domain/refusal.ts';
import type { InputOf } from '../field.ts';
import { projectSchema } from '../objects/project.ts';
import { type Ask, declareChange } from '../operation.ts';
import type { Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { archiveAgain, makeProject, projectToBe, residencyField, sayResidency } from './create-step.ts';
import { nameField, needNamesakes, refuseName } from './naming.ts';

const id = operationId('projects.create');

const fields = {
  name: nameField,
  residency: residencyField,
  encryptionKey: {
    kind: 'thing',
    label: 'Encryption key',
    hint: 'Only for organizations that bring their own.',
    required: false,
    noun: 'external key',
    listing: { endpoint: 'GET /organization/external_keys', params: {}, id: 'id', name: 'name' },
  },
} as const;

const known = z.object({ namesakes: z.array(projectSchema) });

function plan(ask: Ask<InputOf<typeof fields>>, have: z.infer<typeof known>): Plan | Refusal {
  const { name, residency, encryptionKey } = ask.input;
  const refusal = refuseName(name, have.namesakes);
  if (refusal !== null) return refusal;
  const more = {
    ...(residency === null ? {} : { residency }),
    ...(encryptionKey === null ? {} : { external_key_id: encryptionKey.id }),
  };
  return planOf({
    operation: id,
    tier: 'routine',
    title: `Create the project ${name}`,
    gist: name,
    target: { kind: 'project', ...projectToBe(name) },
    project: projectToBe(name),
    changes: [
      { label: 'Project', before: null, after: name },
      ...(residency === null ? [] : [{ label: 'Data stays in', before: null, after: sayResidency(residency) }]),
      ...(encryptionKey === null ? [] : [{ label: 'Encrypted with', before: null, after: encryptionKey.name }]),
    ],
    holds: 'owners of the organization will own it',
    warnings: ['It begins without a hard limit. “Open a project” sets one in the same request.'],
    guards: { namesakes: have.namesakes.map((project) => project.id) },
    before: {},
    steps: [makeProject(name, more)],
    inverse: archiveAgain(name),
  });
}

export const createProject = declareChange({
  id,
  tier: 'routine',
  title: 'Create an empty project',
  summary: 'Makes a project and nothing else. To begin with people and limits, open one instead.',
  example: '/openai projects create search-eval --reason "evaluation of the new ranker"',
  fields,
  callBudget: 1,
  known,
  need: (ask, have) => (have.namesakes === undefined ? [needNamesakes(ask.input.name)] : []),
  plan,
});
