import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { InputOf, ProjectRef } from '../field.ts';
import { projectSchema } from '../objects/project.ts';
import { isRetention, retentionOfWord, retentionWord, sayRetention } from '../objects/retention.ts';
import { type Ask, declareChange } from '../operation.ts';
import type { Inverse, Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { needInside, projectGuard, refOf } from '../projects/inside.ts';
import { callTemplate, setStep } from '../step.ts';
import { projectControl, projectField } from './retention-fields.ts';
import { effective, knownRetention, needRetention, sayOrganization, sayOwn } from './retention-state.ts';
import { warnRetention } from './warn-retention.ts';

const id = operationId('retention.set');
const PATH = '/organization/projects/{project_id}/data_retention';

const fields = { project: projectField, control: projectControl } as const;
const known = z.object({ ...knownRetention.shape, project: projectSchema });

function inverseOf(project: ProjectRef, own: string): Inverse {
  // A value that is new to us cannot be asked for by the word of any option.
  if (!isRetention(own)) {
    const sentence = `it cannot be undone here: “${own}” is not known to Countersign. Set it in OpenAI’s dashboard.`;
    return { verdict: 'none', sentence, operation: null, input: null };
  }
  return {
    verdict: 'exact',
    sentence: `set it back to ${sayRetention(own)}. That is true of the setting, not of the data: what was kept or not kept meanwhile stays so.`,
    operation: id,
    input: { project: { ...project }, control: retentionWord(own) },
  };
}

function plan(ask: Ask<InputOf<typeof fields>>, have: z.infer<typeof known>): Plan | Refusal {
  const { own, organization } = have;
  const project = refOf(have.project);
  const wish = retentionOfWord(ask.input.control);
  if (wish === own) {
    return refuse('retention.set.same', {
      what: `The data retention of ${project.name} is ${sayOwn(own, organization)} already.`,
      rule: 'A request has to change something.',
    });
  }
  const params = { project_id: project.id };
  return planOf({
    operation: id,
    tier: 'critical',
    title: `Set the data retention of ${project.name}`,
    gist: sayOwn(wish, organization),
    target: { kind: 'project', ...project },
    project,
    changes: [{ label: 'Data retention', before: sayOwn(own, organization), after: sayOwn(wish, organization) }],
    holds: `the organization has ${sayOrganization(organization)}`,
    warnings: warnRetention(project.name, effective(own, organization), effective(wish, organization)),
    guards: { project: projectGuard(have.project), retention: own, organization },
    before: { retention: own, organization },
    steps: [
      setStep({
        id: 'set',
        title: `Set the data retention of ${project.name} to ${sayRetention(wish)}`,
        call: callTemplate(`POST ${PATH}`, { params, body: { retention_type: wish } }),
        read: callTemplate(`GET ${PATH}`, { params }),
        where: { type: wish },
      }),
    ],
    inverse: inverseOf(project, own),
  });
}

export const setRetention = declareChange({
  id,
  tier: 'critical',
  title: 'Set a project’s data retention',
  summary: 'What OpenAI keeps of the requests and answers of a project.',
  example: '/openai retention set search-dev --control zero-data-retention --reason "customer contract"',
  fields,
  callBudget: 3,
  known,
  need: (ask, have) =>
    needInside(have, {
      family: 'retention',
      ref: ask.input.project,
      rest: () => needRetention(ask.input.project, have),
    }),
  plan,
});
