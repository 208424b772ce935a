import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { count, utcMinute } from '#domain/instant.ts';
import { formatCents } from '#domain/money.ts';
import { call } from '../call.ts';
import type { InputOf, ProjectRef } from '../field.ts';
import { agedList, type KnownKey, knownKeySchema } from '../memory.ts';
import { needModelList } from '../models/list-part.ts';
import { type Need, read, recall } from '../need.ts';
import { keepMembers, type Member, membersSchema } from '../objects/member.ts';
import { modelListSchema, sayModelList } from '../objects/model-list.ts';
import { type Project, projectSchema } from '../objects/project.ts';
import { rateLimitsSchema } from '../objects/rate-limit.ts';
import { type Ask, declareRead } from '../operation.ts';
import { needRateLimits } from '../rate-limits/limits-part.ts';
import { spendLimitSchema } from '../spend-limits/place.ts';
import type { View, ViewAction, ViewPart } from '../view.ts';
import { whenRead } from '../when-read.ts';
import { needSpent } from './hanging.ts';
import { needHardLimit } from './hard-limit.ts';
import { needProject, refOf } from './inside.ts';

const fields = { project: { kind: 'project', label: 'Project', hint: 'By name or id.', required: true } } as const;

/** What can be read only of a project that is in use. */
const inside = z.object({
  members: membersSchema,
  models: modelListSchema,
  limits: rateLimitsSchema,
  hardLimit: spendLimitSchema,
  spentCents: z.number(),
  keys: agedList(knownKeySchema),
});
const known = inside.partial().extend({ project: projectSchema });
type Inside = z.infer<typeof inside>;
type Known = z.infer<typeof known>;
type ShowAsk = Ask<InputOf<typeof fields>>;

function needRest(project: ProjectRef, now: number): readonly Need[] {
  return [
    read('members', {
      call: call('GET /organization/projects/{project_id}/users', { params: { project_id: project.id } }),
      keep: keepMembers,
      pages: 'all',
    }),
    needModelList(project),
    needRateLimits(project),
    needHardLimit(project),
    needSpent(project, now),
    recall('keys', { of: 'keys', projectId: project.id }),
  ];
}

function sayBudget({ hardLimit, spentCents }: Inside): string {
  if (hardLimit === null) return `${formatCents(spentCents)}, and no hard limit`;
  const enforced = hardLimit.status === 'enforcing' ? '; it is reached, so every request fails' : '';
  return `${formatCents(spentCents)} of ${formatCents(hardLimit.amountCents)}${enforced}`;
}

function sayKeys(keys: readonly KnownKey[]): string {
  const unowned = keys.filter((key) => !key.isOwned).length;
  return unowned === 0 ? count(keys.length, 'key') : `${count(keys.length, 'key')}, ${unowned} without an owner here`;
}

const named = (members: readonly Member[], role: string): string =>
  members
    .filter((member) => member.role === role)
    .map((member) => member.name)
    .join(', ');

function factsOf(project: Project, have: Inside | null): ViewPart {
  const facts = [
    { label: 'Id', value: project.id },
    { label: 'State', value: project.status },
    { label: 'Created', value: utcMinute(project.createdAt) },
  ];
  if (have === null) return { part: 'facts', facts };
  const { members, keys, models, limits } = have;
  return {
    part: 'facts',
    facts: [
      ...facts,
      { label: 'Owners', value: named(members, 'owner') || 'none listed' },
      { label: 'People', value: count(members.length, 'person', 'people') },
      { label: 'Keys', value: sayKeys(keys.items) },
      { label: 'Spent this month', value: sayBudget(have) },
      { label: 'May use', value: sayModelList(models) },
      { label: 'Rate limits', value: `for ${count(limits.length, 'model')}` },
    ],
  };
}

function actionsOf(project: Project): ViewPart {
  const input = { project: refOf(project) };
  const start = (label: string, operation: string): ViewAction => ({
    label,
    operation: operationId(operation),
    input,
    style: 'plain',
  });
  return {
    part: 'actions',
    actions: [
      start('Keys', 'keys.list'),
      start('Get an API key', 'keys.issue'),
      start('Models', 'models.show'),
      start('Rate limits', 'rate-limits.list'),
      start('Set hard limit', 'spend-limits.set'),
      { ...start('Contain', 'projects.contain'), style: 'danger' },
    ],
  };
}

function view(ask: ShowAsk, have: Known): View {
  const { project } = have;
  const whole = inside.safeParse(have);
  if (!whole.success) {
    const note: ViewPart = { part: 'note', text: 'It is archived: nothing inside it can be read or used any more.' };
    return { title: `Project ${project.name}`, parts: [factsOf(project, null), note] };
  }
  const people: ViewPart = {
    part: 'rows',
    columns: ['Person', 'Role'],
    rows: whole.data.members.map((member) => ({ cells: [member.name, member.role], actions: [] })),
    empty: 'Nobody is in it.',
  };
  return {
    title: `Project ${project.name}`,
    parts: [factsOf(project, whole.data), people, whenRead(whole.data.keys.asOf, ask.now), actionsOf(project)],
  };
}

export const showProject = declareRead({
  id: operationId('projects.show'),
  title: 'Show a project',
  summary: 'State, people, keys, spending and limits of one project.',
  example: '/openai projects show search-dev',
  fields,
  callBudget: 6,
  known,
  need: (ask, have) => {
    const { project } = have;
    if (project === undefined) return [needProject(ask.input.project)];
    return project.status === 'archived' || have.members !== undefined ? [] : needRest(ask.input.project, ask.now);
  },
  view,
});
