import { z } from 'zod';
import { formatDuration } from '#domain/duration.ts';
import { operationId } from '#domain/ids.ts';
import { count, utcMinute } from '#domain/instant.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { invariant } from '#domain/invariant.ts';
import { call } from '../call.ts';
import { issuedKeySchema } from '../memory.ts';
import { read, recall } from '../need.ts';
import { keepProject, projectSchema } from '../objects/project.ts';
import { type Ask, declareChange } from '../operation.ts';
import type { InputOf } from '../field.ts';
import type { Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { resultOf, slotJson } from '../template.ts';
import { accessLevels, isAccessLevel } from './access.ts';
import { deleteAccountOf, issueSteps } from './issue-steps.ts';
import { newKeyFields } from './new-key-fields.ts';

const id = operationId('keys.issue');

const fields = {
  project: { kind: 'project', label: 'Project', hint: 'Where the key will work.', required: true },
  ...newKeyFields,
} as const;

const known = z.object({ project: projectSchema, mine: z.object({ issued: z.array(issuedKeySchema) }) });

type IssueAsk = Ask<InputOf<typeof fields>>;

function plan(ask: IssueAsk, have: z.infer<typeof known>): Plan | Refusal {
  const { name, access } = ask.input;
  // As OpenAI names it now: rules and production go by the name, and the input may carry an old one.
  const project = { id: have.project.id, name: have.project.name };
  if (have.project.status === 'archived') {
    return refuse('keys.issue.archived', {
      what: `${project.name} is archived, so no key can be made in it.`,
      rule: 'OpenAI does not allow changes in an archived project.',
      whoCan: 'Nobody: archiving is final. Choose another project.',
    });
  }
  invariant(isAccessLevel(access), 'The input schema allows only known access levels');
  const span = ask.input.for;
  const endsAt = ask.now + span;
  const mine = have.mine.issued.filter((key) => key.endedAt === null);
  return planOf({
    operation: id,
    tier: 'routine',
    title: `Issue an API key in ${project.name}`,
    gist: `${name}, ${formatDuration(span)}`,
    target: { kind: 'project', id: project.id, name: project.name },
    project,
    beneficiaryEmail: ask.requester.openaiEmail,
    changes: [
      { label: 'New key', before: null, after: `${name} in ${project.name}, on a service account of its own` },
      { label: 'May', before: null, after: accessLevels[access].label },
      { label: 'Ends', before: null, after: `${utcMinute(endsAt)} (${formatDuration(span)})` },
    ],
    holds: `${ask.requester.name} holds ${count(mine.length, 'key')} issued here`,
    warnings: access === 'all' ? ['This key may do everything a key of the project may do.'] : [],
    guards: { project: { ...project, status: have.project.status } },
    before: {},
    handover: { name, where: project.name },
    steps: issueSteps({ project, name, scopes: accessLevels[access].scopes, endsAt }),
    delivery: 'collect',
    compensations: [
      deleteAccountOf(project.id, 'Delete the service account again, because its key could not be handed over'),
    ],
    endings: [deleteAccountOf(project.id, 'Delete the service account at the end of the lease')],
    attempts: 3,
    lease: { purpose: ask.reason, endsAt },
    inverse: {
      verdict: 'exact',
      sentence: 'revoke the key; it stops at once and nothing else is touched.',
      operation: operationId('keys.revoke'),
      input: {
        key: {
          id: slotJson(resultOf('key', 'id')),
          name,
          redacted: '',
          project: { id: project.id, name: project.name },
        },
        withAccount: null,
      },
    },
    bounds: { lifetimeMs: span, scopes: [...(accessLevels[access].scopes ?? ['all'])] },
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
