import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { refuse } from '#domain/refusal.ts';
import { judgementSchema } from '../memory.ts';
import { recall } from '../need.ts';
import { declareRead } from '../operation.ts';
import { judgementView } from './judgement-view.ts';

export const tryPolicy = declareRead({
  id: operationId('policy.can'),
  title: 'Try the policy',
  summary: 'Whether somebody may ask for something, whose consent it would need, and every rule that was looked at.',
  example: '/openai can erin@acme.example keys.revoke --project search-prod',
  alias: 'can',
  bare: ['person', 'operation'],
  fields: {
    person: { kind: 'user', label: 'Person', hint: 'Whoever would ask.', required: true },
    operation: {
      kind: 'text',
      label: 'Operation',
      hint: 'What they would ask for, such as keys.revoke.',
      required: true,
      max: 60,
      pattern: /^[a-z][a-z-]*\.[a-z][a-z-]*$/,
      patternHint: 'Write an operation such as keys.revoke.',
    },
    project: { kind: 'project', label: 'Project', hint: 'Where.', required: false },
  },
  callBudget: 0,
  known: z.object({ judged: judgementSchema.nullable() }),
  need: ({ input }, have) =>
    have.judged === undefined
      ? [
          recall('judged', {
            of: 'can',
            email: input.person.email,
            operation: input.operation,
            project: input.project,
          }),
        ]
      : [],
  view: ({ input }, { judged }) => {
    if (judged !== null)
      return judgementView(
        judged,
        'Judged for the least there is to ask for: one day and no permissions. More may need more.',
      );
    return refuse('policy.can.unknown', {
      what: `The policy cannot be tried for ${input.person.email} and ${input.operation}.`,
      rule: 'The policy has to bind the address to a Slack account, and the operation has to be one that /openai help lists.',
    });
  },
});
