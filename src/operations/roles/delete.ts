import { operationId } from '#domain/ids.ts';
import { declareChange } from '../operation.ts';
import { deleteCalls, knownForDelete, needForDelete, planRoleDelete } from './delete-plan.ts';
import { roleOfOrganization } from './fields.ts';
import { organizationRoles } from './place.ts';

const id = operationId('roles.delete');
const place = organizationRoles();

export const deleteRole = declareChange({
  id,
  tier: 'destructive',
  title: 'Delete a role',
  summary: 'Deletes a role of the organization. Everybody who has it loses what it allowed, at once.',
  example: '/openai roles delete "Group manager" --reason "not used any more"',
  fields: { role: roleOfOrganization },
  callBudget: deleteCalls,
  known: knownForDelete,
  need: (ask, have) => needForDelete(place, ask.input.role.id, have),
  plan: (ask, have) => planRoleDelete({ id, place, input: ask.input, now: ask.now }, have),
});
