import { operationId } from '#domain/ids.ts';
import { projectSchema } from '../objects/project.ts';
import { declareChange } from '../operation.ts';
import { inProject, roleOfProject } from '../roles/fields.ts';
import { readProject, refuseArchived } from '../roles/in-project.ts';
import { assignCalls, knownForAssign, needForAssign, planAssign } from './assign-plan.ts';
import { aPerson } from './fields.ts';
import { seatOfProjectUser } from './seat.ts';

export const assignProjectUser = declareChange({
  id: operationId('assignments.assign-project-user'),
  tier: 'routine',
  title: 'Give a person a role in a project',
  summary: 'Gives one person who is in a project another role there.',
  example:
    '/openai assignments assign-project-user search-dev --user erin@acme.example --role "Key reader" --reason "joins the on-call rota"',
  fields: { project: inProject, user: aPerson, role: roleOfProject },
  callBudget: assignCalls + 1,
  known: knownForAssign.extend({ project: projectSchema }),
  need: (ask, have) => [
    ...(have.project === undefined ? [readProject(ask.input.project)] : []),
    ...needForAssign(seatOfProjectUser(ask.input.project, ask.input.user), ask.input.role, have),
  ],
  plan: (ask, have) =>
    refuseArchived('assignments', have.project) ??
    planAssign({ ...ask, seat: seatOfProjectUser(have.project, ask.input.user), role: ask.input.role }, have),
});
