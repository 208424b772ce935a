import { operationId } from '#domain/ids.ts';
import { declareChange } from '../operation.ts';
import { knownRoles, needRoles, planNewRole } from './create-plan.ts';
import { newRole } from './fields.ts';
import { organizationRoles } from './place.ts';

const id = operationId('roles.create');
const place = organizationRoles();

export const createRole = declareChange({
  id,
  tier: 'routine',
  title: 'Create a role',
  summary: 'A role of the organization: a name for a set of permissions. Nobody has it until it is given.',
  example: '/openai roles create "Group manager" --permissions api.groups.read,api.groups.write --reason "IT support"',
  fields: newRole,
  callBudget: 1,
  known: knownRoles,
  need: (_ask, have) => (have.roles === undefined ? [needRoles(place)] : []),
  plan: (ask, have) => planNewRole({ id, place, input: ask.input }, have),
});
