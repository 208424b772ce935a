import { operationId } from '#domain/ids.ts';
import { projectSchema } from '../objects/project.ts';
import { declareChange } from '../operation.ts';
import { inProject, roleOfProject } from '../roles/fields.ts';
import { readProject, refuseArchived } from '../roles/in-project.ts';
import { assignCalls, knownForAssign, needForAssign, planAssign } from './assign-plan.ts';
import { groupOfProject } from './fields.ts';
import { seatOfProjectGroup } from './seat.ts';

export const assignProjectGroup = declareChange({
  id: operationId('assignments.assign-project-group'),
  tier: 'destructive',
  title: 'Give a group a role in a project',
  summary: 'Gives everybody in a group another role in a project that the group is in.',
  example:
    '/openai assignments assign-project-group search-dev --group Support --role "Key reader" --reason "joins the on-call rota"',
  fields: { project: inProject, group: groupOfProject, role: roleOfProject },
  callBudget: assignCalls + 1,
  known: knownForAssign.extend({ project: projectSchema }),
  need: (ask, have) => [
    ...(have.project === undefined ? [readProject(ask.input.project)] : []),
    ...needForAssign(seatOfProjectGroup(ask.input.project, ask.input.group), ask.input.role, have),
  ],
  plan: (ask, have) =>
    refuseArchived('assignments', have.project) ??
    planAssign({ ...ask, seat: seatOfProjectGroup(have.project, ask.input.group), role: ask.input.role }, have),
});
