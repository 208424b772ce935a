import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { groupSchema } from '../objects/group.ts';
import { personSchema } from '../objects/person.ts';
import { roleSchema } from '../objects/role.ts';
import { declareChange } from '../operation.ts';
import { planGroupDelete } from './delete-plan.ts';
import { aGroup } from './fields.ts';
import { readGroup, readGroupRoles, readMembers } from './reads.ts';
import { groupGone, refuseManaged } from './refusals.ts';
import { knownProjects, MOST_PROJECTS, needStandings, readProjects, standingsIn } from './standing.ts';

export const deleteGroup = declareChange({
  id: operationId('groups.delete'),
  tier: 'destructive',
  title: 'Delete a group',
  summary: 'Its members lose at once what they may do through this group only.',
  example: '/openai groups delete Support --reason "team was dissolved"',
  fields: { group: aGroup },
  callBudget: 3 + MOST_PROJECTS,
  known: z
    .object({
      group: groupSchema.nullable(),
      members: z.array(personSchema).nullable(),
      roles: z.array(roleSchema).nullable(),
      projects: knownProjects,
    })
    .catchall(z.unknown()),
  need: ({ input }, have) => {
    if (have.group === undefined) {
      return [readGroup(input.group), readMembers(input.group), readGroupRoles(input.group), readProjects()];
    }
    return have.group === null || have.group.isManaged ? [] : needStandings(input.group.id, have);
  },
  plan: (ask, have) => {
    const { group, members, roles, projects } = have;
    if (group === null) return groupGone(ask.input.group);
    const lost = { group, members: members ?? [], roles: roles ?? [], standings: standingsIn(projects, have) };
    return refuseManaged(group) ?? planGroupDelete(lost, { projects: projects.items.length, now: ask.now });
  },
});
