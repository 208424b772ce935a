import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import type { Refusal } from '#domain/refusal.ts';
import { type Group, groupSchema } from '../objects/group.ts';
import { declareChange } from '../operation.ts';
import type { Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { resultOf, slotJson } from '../template.ts';
import { createGroupStep } from './create-step.ts';
import { groupName } from './fields.ts';
import { readGroups } from './reads.ts';
import { refuseTaken } from './refusals.ts';

const id = operationId('groups.create');

function plan(name: string, groups: readonly Group[]): Plan | Refusal {
  const taken = refuseTaken(name, groups);
  if (taken !== null) return taken;
  return planOf({
    operation: id,
    tier: 'routine',
    title: 'Create a group',
    gist: name,
    target: { kind: 'group', id: 'organization', name },
    changes: [{ label: 'New group', before: null, after: `${name}, without members and roles` }],
    holds: 'nobody, until somebody is added',
    guards: { namesake: null },
    before: {},
    steps: [createGroupStep(name)],
    inverse: {
      verdict: 'exact',
      sentence: 'delete the group again; until somebody is added nothing hangs on it.',
      operation: operationId('groups.delete'),
      input: { group: { id: slotJson(resultOf('create', 'id')), name } },
    },
  });
}

export const createGroup = declareChange({
  id,
  tier: 'routine',
  title: 'Create a group',
  summary: 'An empty group. People are added and roles are given afterwards.',
  example: '/openai groups create Support --reason "new support team"',
  fields: { name: groupName },
  callBudget: 1,
  known: z.object({ groups: z.array(groupSchema) }),
  need: (_ask, have) => (have.groups === undefined ? [readGroups()] : []),
  plan: (ask, have) => plan(ask.input.name, have.groups),
});
