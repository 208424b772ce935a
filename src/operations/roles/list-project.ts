import { operationId } from '#domain/ids.ts';
import { declareRead } from '../operation.ts';
import { knownRoles, needRoles } from './create-plan.ts';
import { inProject } from './fields.ts';
import { projectRoles } from './place.ts';
import { viewRoles } from './view.ts';

export const listProjectRoles = declareRead({
  id: operationId('roles.list-project'),
  title: 'List the roles of a project',
  summary: 'The roles that people and groups can have in one project.',
  example: '/openai roles list-project search-dev',
  fields: { project: inProject },
  callBudget: 1,
  known: knownRoles,
  need: (ask, have) => (have.roles === undefined ? [needRoles(projectRoles(ask.input.project))] : []),
  view: (ask, { roles }) => viewRoles(projectRoles(ask.input.project), roles),
});
