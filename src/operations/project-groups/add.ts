import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import type { InputOf } from '../field.ts';
import { readGroup, readMembers } from '../groups/reads.ts';
import { groupGone } from '../groups/refusals.ts';
import type { Need } from '../need.ts';
import { groupSchema } from '../objects/group.ts';
import { personSchema } from '../objects/person.ts';
import { projectGroupSchema } from '../objects/project-group.ts';
import { projectSchema } from '../objects/project.ts';
import { roleSchema } from '../objects/role.ts';
import { declareChange } from '../operation.ts';
import { needRoles } from '../roles/create-plan.ts';
import { inProject } from '../roles/fields.ts';
import { readProject, refuseArchived } from '../roles/in-project.ts';
import { projectRoles } from '../roles/place.ts';
import { planAdd, refuseAdd, rolesAsked } from './add-plan.ts';
import { firstRole, groupToAdd, moreRoles } from './fields.ts';
import { readProjectGroup } from './reads.ts';

const fields = { project: inProject, group: groupToAdd, role: firstRole, also: moreRoles } as const;

const known = z.object({
  project: projectSchema,
  group: groupSchema.nullable(),
  members: z.array(personSchema).nullable(),
  roles: z.array(roleSchema),
  inProject: projectGroupSchema.nullable().optional(),
});

/** The group's type first, because OpenAI finds a group in a project only by it. */
function need({ project, group }: InputOf<typeof fields>, have: Partial<z.infer<typeof known>>): readonly Need[] {
  if (have.group === undefined) {
    return [readProject(project), readGroup(group), readMembers(group), needRoles(projectRoles(project))];
  }
  return have.group === null || have.inProject !== undefined ? [] : [readProjectGroup(project, have.group)];
}

export const addProjectGroup = declareChange({
  id: operationId('project-groups.add'),
  tier: 'destructive',
  title: 'Add a group to a project',
  summary: 'Everybody in the group, now and later, gets into the project with a role there.',
  example: '/openai project-groups add search-dev --group Support --role role-api-project-member --reason "on-call"',
  fields,
  callBudget: 5,
  known,
  need: (ask, have) => need(ask.input, have),
  plan: (ask, have) => {
    const { project, group, members, roles, inProject: present } = have;
    if (group === null) return groupGone(ask.input.group);
    const asked = rolesAsked([ask.input.role.id, ...(ask.input.also ?? [])], roles);
    const adding = { project, group, members: members ?? [], roles: asked.found };
    return (
      refuseArchived('project-groups', project) ??
      refuseAdd(adding, { isIn: Boolean(present), missing: asked.missing }) ??
      planAdd(adding, ask)
    );
  },
});
