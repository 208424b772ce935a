import { operationId } from '#domain/ids.ts';
import { declareChange } from '../operation.ts';
import { roleChange, roleOfOrganization } from './fields.ts';
import { organizationRoles } from './place.ts';
import { knownForUpdate, needForUpdate, planRoleUpdate, updateCalls } from './update-plan.ts';

const id = operationId('roles.update');
const place = organizationRoles();

export const updateRole = declareChange({
  id,
  tier: 'destructive',
  title: 'Change a role',
  summary:
    'Adds or takes away permissions of a role of the organization, or renames it. Counts at once for all who have it.',
  example: '/openai roles update "Group manager" --remove api.groups.write --reason "read only is enough"',
  fields: { role: roleOfOrganization, ...roleChange },
  callBudget: updateCalls,
  known: knownForUpdate,
  need: (ask, have) => needForUpdate(place, ask.input, have),
  plan: (ask, have) => planRoleUpdate({ id, place, input: ask.input, now: ask.now }, have),
});
