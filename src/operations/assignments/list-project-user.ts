import { operationId } from '#domain/ids.ts';
import { declareRead } from '../operation.ts';
import { inProject } from '../roles/fields.ts';
import { aPerson } from './fields.ts';
import { knownHolding, needGroupNames, needHeldOnly } from './reads.ts';
import { seatOfProjectUser } from './seat.ts';
import { viewHolding } from './view.ts';

export const listProjectUserRoles = declareRead({
  id: operationId('assignments.list-project-user'),
  title: 'List a person’s roles in a project',
  summary: 'Every role that a person has in a project, its own and those that come through groups.',
  example: '/openai assignments list-project-user search-dev --user erin@acme.example',
  fields: { project: inProject, user: aPerson },
  callBudget: 3,
  known: knownHolding,
  need: (ask, have) => {
    const seat = seatOfProjectUser(ask.input.project, ask.input.user);
    return have.held === undefined ? needHeldOnly(seat) : needGroupNames(seat, have);
  },
  view: (ask, have) => viewHolding(seatOfProjectUser(ask.input.project, ask.input.user), have),
});
