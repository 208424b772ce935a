import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { type Group, groupGuard, groupSchema } from '../objects/group.ts';
import { declareChange } from '../operation.ts';
import type { Plan, Step } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { callTemplate, setStep } from '../step.ts';
import { aGroup, groupName } from './fields.ts';
import { readGroup, readGroups } from './reads.ts';
import { groupGone, refuseManaged, refuseTaken } from './refusals.ts';

const id = operationId('groups.rename');

function refuseRename(group: Group, name: string, groups: readonly Group[]): Refusal | null {
  if (group.name === name) {
    const rule = 'A request has to change something.';
    return refuse('groups.same', { what: `The group is called ${name} already.`, rule });
  }
  const others = groups.filter((each) => each.id !== group.id);
  return refuseManaged(group) ?? refuseTaken(name, others);
}

function renameStep(group: Group, name: string): Step {
  const params = { group_id: group.id };
  return setStep({
    id: 'rename',
    title: `Rename the group ${group.name} to ${name}`,
    call: callTemplate('POST /organization/groups/{group_id}', { params, body: { name } }),
    read: callTemplate('GET /organization/groups/{group_id}', { params }),
    where: { name },
  });
}

function plan(group: Group, name: string): Plan {
  return planOf({
    operation: id,
    tier: 'routine',
    title: 'Rename a group',
    gist: `${group.name} to ${name}`,
    target: { kind: 'group', id: group.id, name: group.name },
    changes: [{ label: 'Name', before: group.name, after: name }],
    holds: 'members and roles stay as they are',
    guards: { group: groupGuard(group) },
    before: { group: { ...group } },
    steps: [renameStep(group, name)],
    inverse: {
      verdict: 'exact',
      sentence: `give it back its name ${group.name}.`,
      operation: id,
      input: { group: { id: group.id, name }, name: group.name },
    },
  });
}

export const renameGroup = declareChange({
  id,
  tier: 'routine',
  title: 'Rename a group',
  summary: 'Gives a group another name. Its members and roles stay.',
  example: '/openai groups rename Support --name "Customer support" --reason "new department name"',
  fields: { group: aGroup, name: { ...groupName, label: 'New name' } },
  callBudget: 2,
  known: z.object({ group: groupSchema.nullable(), groups: z.array(groupSchema) }),
  need: (ask, have) => (have.group === undefined ? [readGroup(ask.input.group), readGroups()] : []),
  plan: (ask, { group, groups }) => {
    if (group === null) return groupGone(ask.input.group);
    return refuseRename(group, ask.input.name, groups) ?? plan(group, ask.input.name);
  },
});
