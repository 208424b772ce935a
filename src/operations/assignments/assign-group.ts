import { operationId } from '#domain/ids.ts';
import { aGroup } from '../groups/fields.ts';
import { declareChange } from '../operation.ts';
import { roleOfOrganization } from '../roles/fields.ts';
import { assignCalls, knownForAssign, needForAssign, planAssign } from './assign-plan.ts';
import { seatOfGroup } from './seat.ts';

export const assignGroup = declareChange({
  id: operationId('assignments.assign-group'),
  tier: 'destructive',
  title: 'Give a group a role',
  summary: 'Gives everybody in a group a role that counts in the whole organization.',
  example: '/openai assignments assign-group Support --role "Group manager" --reason "joins the on-call rota"',
  fields: { group: aGroup, role: roleOfOrganization },
  callBudget: assignCalls,
  known: knownForAssign,
  need: (ask, have) => needForAssign(seatOfGroup(ask.input.group), ask.input.role, have),
  plan: (ask, have) => planAssign({ ...ask, seat: seatOfGroup(ask.input.group), role: ask.input.role }, have),
});
