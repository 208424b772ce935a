import { z } from 'zod';
import { formatDuration } from '#domain/duration.ts';
import { operationId } from '#domain/ids.ts';
import { count } from '#domain/instant.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { call } from '../call.ts';
import { issuedKeySchema } from '../memory.ts';
import { read, recall } from '../need.ts';
import { keepProject, projectSchema } from '../objects/project.ts';
import { type Ask, declareChange } from '../operation.ts';
import type { InputOf, ProjectRef } from '../field.ts';
import type { Inverse, Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { projectGuard, refOf } from '../projects/inside.ts';
import { resultOf, slotJson } from '../template.ts';
import { keyInput } from './describe-key.ts';
import { deleteAccountOf, issueSteps } from './issue-steps.ts';
import { newKeyFields } from './new-key-fields.ts';
import { newKeyTerms } from './new-key-terms.ts';
import { isEverything } from './scopes.ts';

const id = operationId('keys.issue');

const fields = {
  project: { kind: 'project', label: 'Project', hint: 'Where the key will work.', required: true },
  ...newKeyFields,
} as const;

const known = z.object({ project: projectSchema, mine: z.object({ issued: z.array(issuedKeySchema) }) });

type IssueAsk = Ask<InputOf<typeof fields>>;

function refuseArchived(project: ProjectRef): Refusal {
  return refuse('keys.issue.archived', {
    what: `${project.name} is archived, so no key can be made in it.`,
    rule: 'OpenAI does not allow changes in an archived project.',
    whoCan: 'Nobody: archiving is final. Choose another project.',
  });
}

function inverseOf(project: ProjectRef, name: string): Inverse {
  return {
    verdict: 'exact',
    sentence: 'revoke the key; it stops at once and nothing else is touched.',
    operation: operationId('keys.revoke'),
    input: { ...keyInput({ id: slotJson(resultOf('key', 'id')), name, redacted: '' }, project), withAccount: null },
  };
}

function plan(ask: IssueAsk, have: z.infer<typeof known>): Plan | Refusal {
  const { name } = ask.input;
  const project = refOf(have.project);
  if (have.project.status === 'archived') return refuseArchived(project);
  const { endsAt, scopes, changes, warnings, bounds } = newKeyTerms(ask.input, ask.now);
  const mine = have.mine.issued.filter((key) => key.endedAt === null);
  return planOf({
    operation: id,
    tier: 'routine',
    title: `Issue an API key in ${project.name}`,
    gist: `${name}, ${formatDuration(ask.input.for)}`,
    target: { kind: 'project', ...project },
    project,
    beneficiaryEmail: ask.requester.openaiEmail,
    changes: [
      { label: 'New key', before: null, after: `${name} in ${project.name}, on a service account of its own` },
      ...changes,
    ],
    holds: `${ask.requester.name} holds ${count(mine.length, 'key')} issued here`,
    warnings,
    guards: { project: projectGuard(have.project) },
    before: {},
    handover: { name, where: project.name },
    steps: issueSteps({ project, name, scopes: isEverything(scopes) ? null : scopes, endsAt }),
    delivery: 'collect',
    compensations: [
      deleteAccountOf(project.id, 'Delete the service account again, because its key could not be handed over'),
    ],
    endings: [deleteAccountOf(project.id, 'Delete the service account at the end of the lease')],
    attempts: 3,
    lease: { purpose: ask.reason, endsAt },
    inverse: inverseOf(project, name),
    bounds,
  });
}

export const issueKey = declareChange({
  id,
  tier: 'routine',
  title: 'Get an API key',
  summary: 'Makes a key on a service account of its own; you see it once, when you collect it.',
  example:
    '/openai keys issue search-dev --name nightly-eval --for 30d --access requests --reason "nightly evaluation"',
  fields,
  callBudget: 2,
  known,
  need: (ask, have) =>
    have.project === undefined
      ? [
          read('project', {
            call: call('GET /organization/projects/{project_id}', { params: { project_id: ask.input.project.id } }),
            keep: keepProject,
          }),
          recall('mine', { of: 'my-keys' }),
        ]
      : [],
  plan,
});
