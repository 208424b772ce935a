import { operationId } from '#domain/ids.ts';
import { projectSchema } from '../objects/project.ts';
import { declareChange } from '../operation.ts';
import { deleteCalls, knownForDelete, needForDelete, planRoleDelete } from './delete-plan.ts';
import { inProject, roleOfProject } from './fields.ts';
import { readProject, refuseArchived } from './in-project.ts';
import { projectRoles } from './place.ts';

const id = operationId('roles.delete-project');

export const deleteProjectRole = declareChange({
  id,
  tier: 'destructive',
  title: 'Delete a role of a project',
  summary: 'Deletes a role that counts in one project. Everybody who has it loses what it allowed, at once.',
  example: '/openai roles delete-project search-dev --role "Key reader" --reason "not used any more"',
  fields: { project: inProject, role: roleOfProject },
  callBudget: deleteCalls + 1,
  known: knownForDelete.extend({ project: projectSchema }),
  need: (ask, have) => [
    ...(have.project === undefined ? [readProject(ask.input.project)] : []),
    ...needForDelete(projectRoles(ask.input.project), ask.input.role.id, have),
  ],
  plan: (ask, have) =>
    refuseArchived('roles', have.project) ??
    planRoleDelete({ id, place: projectRoles(have.project), input: ask.input, now: ask.now }, have),
});
