import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { count, utcMinute } from '#domain/instant.ts';
import { groupOfProject } from '../assignments/fields.ts';
import { readGroup, readMembers } from '../groups/reads.ts';
import { groupSchema } from '../objects/group.ts';
import { personSchema } from '../objects/person.ts';
import { projectGroupSchema } from '../objects/project-group.ts';
import { roleSchema } from '../objects/role.ts';
import { declareRead } from '../operation.ts';
import { inProject } from '../roles/fields.ts';
import { groupActions } from './group-actions.ts';
import { readProjectGroup, readRolesIn } from './reads.ts';
import { notInProject } from './refusals.ts';

export const showProjectGroup = declareRead({
  id: operationId('project-groups.show'),
  title: 'Show a group in a project',
  summary: 'Since when a group is in a project, how many people come with it, and what it may do there.',
  example: '/openai project-groups show search-dev --group Support',
  fields: { project: inProject, group: groupOfProject },
  callBudget: 4,
  known: z.object({
    group: groupSchema.nullable(),
    members: z.array(personSchema).nullable(),
    held: z.array(roleSchema).nullable(),
    inProject: projectGroupSchema.nullable().optional(),
  }),
  need: ({ input: { project, group } }, have) => {
    if (have.group === undefined) return [readGroup(group), readMembers(group), readRolesIn(project, group.id)];
    if (have.group === null || have.inProject !== undefined) return [];
    return [readProjectGroup(project, have.group)];
  },
  view: ({ input }, { inProject: found, members, held }) => {
    if (!found) return notInProject(input.project, input.group);
    return {
      title: `Group ${found.name} in ${input.project.name}`,
      parts: [
        {
          part: 'facts',
          facts: [
            { label: 'Id', value: found.id },
            { label: 'Since', value: utcMinute(found.addedAt) },
            { label: 'Members', value: count(members?.length ?? 0, 'person', 'people') },
            { label: 'Roles here', value: (held ?? []).map((role) => role.name).join(', ') || 'none' },
          ],
        },
        { part: 'actions', actions: groupActions(input.project, found) },
      ],
    };
  },
});
