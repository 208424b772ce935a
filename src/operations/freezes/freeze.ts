import { z } from 'zod';
import { type FreezeScope, frozenWhat } from '#domain/freeze-scope.ts';
import { operationId, personId } from '#domain/ids.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Stop } from '../act.ts';
import type { InputOf } from '../field.ts';
import { recall } from '../need.ts';
import { declareStop } from '../operation.ts';
import type { Plan } from '../plan.ts';
import { noWayBack, planOf } from '../plan-of.ts';

const fields = {
  scope: {
    kind: 'choice',
    label: 'What to freeze',
    hint: 'Everything, or what one person, one project or one operation stands for.',
    required: true,
    options: [
      { value: 'all', label: 'Everything' },
      { value: 'person', label: 'One person' },
      { value: 'project', label: 'One project' },
      { value: 'operation', label: 'One operation' },
    ],
  },
  project: { kind: 'project', label: 'Project', hint: 'Only for one project.', required: false },
  user: { kind: 'user', label: 'Person', hint: 'Only for one person: their user at OpenAI.', required: false },
  operation: {
    kind: 'text',
    label: 'Operation',
    hint: 'Only for one operation: keys.issue, or a family such as keys.*.',
    required: false,
    max: 60,
    pattern: /^[a-z][a-z-]*\.(?:\*|[a-z][a-z-]*)$/,
    patternHint: 'Write an operation such as keys.issue, or a family such as keys.*.',
  },
} as const;

const known = z.object({ person: z.object({ person: z.string(), name: z.string() }).nullable() });

type Input = InputOf<typeof fields>;

function lacking(what: string): Refusal {
  return refuse('freezes.freeze.of-what', { what: 'Nothing was frozen.', rule: what });
}

function scopeOf(input: Input, have: z.infer<typeof known>): FreezeScope | Refusal {
  const { scope, project, operation } = input;
  if (scope === 'project') return project === null ? lacking('Say which project.') : { of: 'project', ...project };
  if (scope === 'operation') {
    return operation === null ? lacking('Say which operation.') : { of: 'operation', selector: operation };
  }
  if (scope === 'all') return { of: 'all' };
  if (have.person !== null) return { of: 'person', person: personId(have.person.person), name: have.person.name };
  return lacking(
    input.user === null
      ? 'Say which person.'
      : `The policy does not say which Slack account ${input.user.email} belongs to. Freeze everything instead.`,
  );
}

const id = operationId('freezes.freeze');

function planOfFreeze(scope: FreezeScope): Plan {
  const what = frozenWhat(scope);
  const isWide = scope.of === 'all' || scope.of === 'project';
  return planOf({
    operation: id,
    tier: 'routine',
    title: `Freeze ${what}`,
    gist: 'Nothing of it is carried out until two people thaw it',
    target: { kind: 'freeze', id: what, name: what },
    project: scope.of === 'project' ? { id: scope.id, name: scope.name } : null,
    changes: [{ label: `${what.slice(0, 1).toUpperCase()}${what.slice(1)}`, before: 'not frozen', after: 'frozen' }],
    holds: isWide ? 'Revoking and pausing keys, containing projects and thawing go on.' : '',
    guards: {},
    before: {},
    steps: [],
    act: { kind: 'freeze', scope },
    inverse: noWayBack('two people thaw it: one asks in Slack with /openai thaw, another approves.'),
  });
}

export const freeze = declareStop({
  id,
  title: 'Freeze',
  summary: 'Stops what was approved from being carried out, at once and by one person. Two people thaw it.',
  example: '/openai freeze all --reason "an approver’s laptop was stolen"',
  alias: 'freeze',
  fields,
  callBudget: 0,
  known,
  need: ({ input }, have) => {
    if (have.person !== undefined) return [];
    return [recall('person', { of: 'person-of', email: input.user?.email ?? '' })];
  },
  stop: ({ input }, have): Stop | Refusal => {
    const scope = scopeOf(input, have);
    return 'kind' in scope ? scope : { kind: 'freeze', scope };
  },
  plan: ({ input }, have) => {
    const scope = scopeOf(input, have);
    return 'kind' in scope ? scope : planOfFreeze(scope);
  },
});
