import { operationId } from '#domain/ids.ts';
import { declareChange } from '../operation.ts';
import { roleOfOrganization } from '../roles/fields.ts';
import { assignCalls, knownForAssign, needForAssign, planAssign } from './assign-plan.ts';
import { aPerson } from './fields.ts';
import { seatOfUser } from './seat.ts';

export const assignUser = declareChange({
  id: operationId('assignments.assign-user'),
  tier: 'destructive',
  title: 'Give a person a role',
  summary: 'Gives one person a role that counts in the whole organization.',
  example: '/openai assignments assign-user erin@acme.example --role "Group manager" --reason "joins the on-call rota"',
  fields: { user: aPerson, role: roleOfOrganization },
  callBudget: assignCalls,
  known: knownForAssign,
  need: (ask, have) => needForAssign(seatOfUser(ask.input.user), ask.input.role, have),
  plan: (ask, have) => planAssign({ ...ask, seat: seatOfUser(ask.input.user), role: ask.input.role }, have),
});
