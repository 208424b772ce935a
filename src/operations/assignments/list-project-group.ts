import { operationId } from '#domain/ids.ts';
import { declareRead } from '../operation.ts';
import { inProject } from '../roles/fields.ts';
import { groupOfProject } from './fields.ts';
import { knownHolding, needGroupNames, needHeldOnly } from './reads.ts';
import { seatOfProjectGroup } from './seat.ts';
import { viewHolding } from './view.ts';

export const listProjectGroupRoles = declareRead({
  id: operationId('assignments.list-project-group'),
  title: 'List a group’s roles in a project',
  summary: 'Every role that a group has in a project, and with it everybody in the group.',
  example: '/openai assignments list-project-group search-dev --group Support',
  fields: { project: inProject, group: groupOfProject },
  callBudget: 3,
  known: knownHolding,
  need: (ask, have) => {
    const seat = seatOfProjectGroup(ask.input.project, ask.input.group);
    return have.held === undefined ? needHeldOnly(seat) : needGroupNames(seat, have);
  },
  view: (ask, have) => viewHolding(seatOfProjectGroup(ask.input.project, ask.input.group), have),
});
