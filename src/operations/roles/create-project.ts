import { operationId } from '#domain/ids.ts';
import { projectSchema } from '../objects/project.ts';
import { declareChange } from '../operation.ts';
import { knownRoles, needRoles, planNewRole } from './create-plan.ts';
import { inProject, newRole } from './fields.ts';
import { readProject, refuseArchived } from './in-project.ts';
import { projectRoles } from './place.ts';

const id = operationId('roles.create-project');

export const createProjectRole = declareChange({
  id,
  tier: 'routine',
  title: 'Create a role in a project',
  summary: 'A role that counts in one project: a name for a set of permissions. Nobody has it until it is given.',
  example:
    '/openai roles create-project search-dev --name "Key reader" --permissions api.organization.projects.api_keys.read --reason "audits"',
  fields: { project: inProject, ...newRole },
  callBudget: 2,
  known: knownRoles.extend({ project: projectSchema }),
  need: (ask, have) =>
    have.roles === undefined ? [readProject(ask.input.project), needRoles(projectRoles(ask.input.project))] : [],
  plan: (ask, have) =>
    refuseArchived('roles', have.project) ??
    planNewRole({ id, place: projectRoles(have.project), input: ask.input }, have),
});
