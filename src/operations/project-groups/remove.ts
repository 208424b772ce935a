import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { groupOfProject } from '../assignments/fields.ts';
import type { InputOf } from '../field.ts';
import { readGroup, readMembers } from '../groups/reads.ts';
import type { Need } from '../need.ts';
import { groupSchema } from '../objects/group.ts';
import { personSchema } from '../objects/person.ts';
import { projectGroupSchema } from '../objects/project-group.ts';
import { projectSchema } from '../objects/project.ts';
import { roleSchema } from '../objects/role.ts';
import { declareChange } from '../operation.ts';
import { inProject } from '../roles/fields.ts';
import { readProject, refuseArchived } from '../roles/in-project.ts';
import { readProjectGroup, readRolesIn } from './reads.ts';
import { notInProject } from './refusals.ts';
import { planRemove } from './remove-plan.ts';

const fields = { project: inProject, group: groupOfProject } as const;

const known = z.object({
  project: projectSchema,
  group: groupSchema.nullable(),
  members: z.array(personSchema).nullable(),
  held: z.array(roleSchema).nullable(),
  inProject: projectGroupSchema.nullable().optional(),
});

/** The group's type first, because OpenAI finds a group in a project only by it. */
function need({ project, group }: InputOf<typeof fields>, have: Partial<z.infer<typeof known>>): readonly Need[] {
  if (have.group === undefined) {
    return [readProject(project), readGroup(group), readMembers(group), readRolesIn(project, group.id)];
  }
  return have.group === null || have.inProject !== undefined ? [] : [readProjectGroup(project, have.group)];
}

export const removeProjectGroup = declareChange({
  id: operationId('project-groups.remove'),
  tier: 'destructive',
  title: 'Take a group out of a project',
  summary: 'Its members lose the project at once, unless they are in it in another way.',
  example: '/openai project-groups remove search-dev --group Support --reason "handed over to the platform team"',
  fields,
  callBudget: 5,
  known,
  need: (ask, have) => need(ask.input, have),
  plan: (ask, { project, group, members, held, inProject: present }) => {
    if (group === null || !present) return notInProject(project, ask.input.group);
    return (
      refuseArchived('project-groups', project) ??
      planRemove({ project, group, members: members ?? [], roles: held ?? [] }, ask)
    );
  },
});
