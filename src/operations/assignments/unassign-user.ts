import { operationId } from '#domain/ids.ts';
import { declareChange } from '../operation.ts';
import { unassignCalls, knownForUnassign, needForUnassign, planUnassign } from './unassign-plan.ts';
import { aPerson, roleOfUser } from './fields.ts';
import { seatOfUser } from './seat.ts';

export const unassignUser = declareChange({
  id: operationId('assignments.unassign-user'),
  tier: 'destructive',
  title: 'Take a role from a person',
  summary: 'Takes a role of the organization from one person. What they have through groups stays.',
  example:
    '/openai assignments unassign-user erin@acme.example --role "Group manager" --reason "left the on-call rota"',
  fields: { user: aPerson, role: roleOfUser },
  callBudget: unassignCalls,
  known: knownForUnassign,
  need: (ask, have) => needForUnassign(seatOfUser(ask.input.user), ask.input.role, have),
  plan: (ask, have) => planUnassign({ ...ask, seat: seatOfUser(ask.input.user), role: ask.input.role }, have),
});
