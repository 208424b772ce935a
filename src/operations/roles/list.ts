import { operationId } from '#domain/ids.ts';
import { declareRead } from '../operation.ts';
import { knownRoles, needRoles } from './create-plan.ts';
import { organizationRoles } from './place.ts';
import { viewRoles } from './view.ts';

const place = organizationRoles();

export const listRoles = declareRead({
  id: operationId('roles.list'),
  title: 'List roles',
  summary: 'The roles that people and groups can have in the whole organization.',
  example: '/openai roles list',
  fields: {},
  callBudget: 1,
  known: knownRoles,
  need: (_ask, have) => (have.roles === undefined ? [needRoles(place)] : []),
  view: (_ask, { roles }) => viewRoles(place, roles),
});
