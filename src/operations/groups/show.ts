import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { count, utcMinute } from '#domain/instant.ts';
import { groupSchema } from '../objects/group.ts';
import { personSchema } from '../objects/person.ts';
import { roleSchema } from '../objects/role.ts';
import { declareRead } from '../operation.ts';
import { changingActions, groupInput, keptBy, lookingActions } from './describe-group.ts';
import { aGroup } from './fields.ts';
import { readGroup, readGroupRoles, readMembers } from './reads.ts';
import { groupGone } from './refusals.ts';

export const showGroup = declareRead({
  id: operationId('groups.show'),
  title: 'Show a group',
  summary: 'Who keeps a group, how many people are in it, and what it may do in the whole organization.',
  example: '/openai groups show Support',
  fields: { group: aGroup },
  callBudget: 3,
  known: z.object({
    group: groupSchema.nullable(),
    members: z.array(personSchema).nullable(),
    roles: z.array(roleSchema).nullable(),
  }),
  need: (ask, have) => {
    const { group } = ask.input;
    return have.group === undefined ? [readGroup(group), readMembers(group), readGroupRoles(group)] : [];
  },
  view: (ask, { group, members, roles }) => {
    if (group === null) return groupGone(ask.input.group);
    const input = groupInput(group);
    return {
      title: `Group ${group.name}`,
      parts: [
        {
          part: 'facts',
          facts: [
            { label: 'Id', value: group.id },
            { label: 'Kept by', value: keptBy(group) },
            { label: 'Created', value: utcMinute(group.createdAt) },
            { label: 'Members', value: count(members?.length ?? 0, 'person', 'people') },
            { label: 'Roles', value: (roles ?? []).map((role) => role.name).join(', ') || 'none in the organization' },
          ],
        },
        {
          part: 'note',
          text: 'What a group may do in a project is seen with the project: OpenAI lists it there only.',
        },
        {
          part: 'actions',
          actions: [
            ...lookingActions(group).filter(({ label }) => label !== 'Show'),
            { label: 'Roles', operation: operationId('assignments.list-group'), input, style: 'plain' },
            ...changingActions(group),
          ],
        },
      ],
    };
  },
});
