import { operationId } from '#domain/ids.ts';
import { declareRead } from '../operation.ts';
import { aPerson } from './fields.ts';
import { knownHolding, needGroupNames, needHeldOnly } from './reads.ts';
import { seatOfUser } from './seat.ts';
import { viewHolding } from './view.ts';

export const listUserRoles = declareRead({
  id: operationId('assignments.list-user'),
  title: 'List a person’s roles',
  summary: 'Every role that a person has in the organization, its own and those that come through groups.',
  example: '/openai assignments list-user erin@acme.example',
  fields: { user: aPerson },
  callBudget: 3,
  known: knownHolding,
  need: (ask, have) => {
    const seat = seatOfUser(ask.input.user);
    return have.held === undefined ? needHeldOnly(seat) : needGroupNames(seat, have);
  },
  view: (ask, have) => viewHolding(seatOfUser(ask.input.user), have),
});
