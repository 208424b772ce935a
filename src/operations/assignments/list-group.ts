import { operationId } from '#domain/ids.ts';
import { aGroup } from '../groups/fields.ts';
import { declareRead } from '../operation.ts';
import { knownHolding, needGroupNames, needHeldOnly } from './reads.ts';
import { seatOfGroup } from './seat.ts';
import { viewHolding } from './view.ts';

export const listGroupRoles = declareRead({
  id: operationId('assignments.list-group'),
  title: 'List a group’s roles',
  summary: 'Every role that a group has in the organization, and with it everybody in the group.',
  example: '/openai assignments list-group Support',
  fields: { group: aGroup },
  callBudget: 3,
  known: knownHolding,
  need: (ask, have) => {
    const seat = seatOfGroup(ask.input.group);
    return have.held === undefined ? needHeldOnly(seat) : needGroupNames(seat, have);
  },
  view: (ask, have) => viewHolding(seatOfGroup(ask.input.group), have),
});
