import { operationId } from '#domain/ids.ts';
import { projectSchema } from '../objects/project.ts';
import { declareChange } from '../operation.ts';
import { inProject } from '../roles/fields.ts';
import { readProject, refuseArchived } from '../roles/in-project.ts';
import { unassignCalls, knownForUnassign, needForUnassign, planUnassign } from './unassign-plan.ts';
import { aPerson, roleOfProjectUser } from './fields.ts';
import { seatOfProjectUser } from './seat.ts';

export const unassignProjectUser = declareChange({
  id: operationId('assignments.unassign-project-user'),
  tier: 'destructive',
  title: 'Take a role in a project from a person',
  summary: 'Takes a role in a project from one person. What they have through groups stays.',
  example:
    '/openai assignments unassign-project-user search-dev --user erin@acme.example --role "Key reader" --reason "left the on-call rota"',
  fields: { project: inProject, user: aPerson, role: roleOfProjectUser },
  callBudget: unassignCalls + 1,
  known: knownForUnassign.extend({ project: projectSchema }),
  need: (ask, have) => [
    ...(have.project === undefined ? [readProject(ask.input.project)] : []),
    ...needForUnassign(seatOfProjectUser(ask.input.project, ask.input.user), ask.input.role, have),
  ],
  plan: (ask, have) =>
    refuseArchived('assignments', have.project) ??
    planUnassign({ ...ask, seat: seatOfProjectUser(have.project, ask.input.user), role: ask.input.role }, have),
});
