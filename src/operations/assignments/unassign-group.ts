import { operationId } from '#domain/ids.ts';
import { aGroup } from '../groups/fields.ts';
import { declareChange } from '../operation.ts';
import { unassignCalls, knownForUnassign, needForUnassign, planUnassign } from './unassign-plan.ts';
import { roleOfGroup } from './fields.ts';
import { seatOfGroup } from './seat.ts';

export const unassignGroup = declareChange({
  id: operationId('assignments.unassign-group'),
  tier: 'destructive',
  title: 'Take a role from a group',
  summary: 'Takes a role of the organization from a group, and with it from everybody in it.',
  example: '/openai assignments unassign-group Support --role "Group manager" --reason "left the on-call rota"',
  fields: { group: aGroup, role: roleOfGroup },
  callBudget: unassignCalls,
  known: knownForUnassign,
  need: (ask, have) => needForUnassign(seatOfGroup(ask.input.group), ask.input.role, have),
  plan: (ask, have) => planUnassign({ ...ask, seat: seatOfGroup(ask.input.group), role: ask.input.role }, have),
});
