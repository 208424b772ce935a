import { operationId } from '#domain/ids.ts';
import { projectSchema } from '../objects/project.ts';
import { declareChange } from '../operation.ts';
import { inProject, roleChange, roleOfProject } from './fields.ts';
import { readProject, refuseArchived } from './in-project.ts';
import { projectRoles } from './place.ts';
import { knownForUpdate, needForUpdate, planRoleUpdate, updateCalls } from './update-plan.ts';

const id = operationId('roles.update-project');

export const updateProjectRole = declareChange({
  id,
  tier: 'destructive',
  title: 'Change a role in a project',
  summary: 'Adds or takes away permissions of a project’s role, or renames it. Counts at once for all who have it.',
  example: '/openai roles update-project search-dev --role "Key reader" --add api.model.read --reason "audits"',
  fields: { project: inProject, role: roleOfProject, ...roleChange },
  callBudget: updateCalls + 1,
  known: knownForUpdate.extend({ project: projectSchema }),
  need: (ask, have) => [
    ...(have.project === undefined ? [readProject(ask.input.project)] : []),
    ...needForUpdate(projectRoles(ask.input.project), ask.input, have),
  ],
  plan: (ask, have) =>
    refuseArchived('roles', have.project) ??
    planRoleUpdate({ id, place: projectRoles(have.project), input: ask.input, now: ask.now }, have),
});
