import { operationId } from '#domain/ids.ts';
import { projectSchema } from '../objects/project.ts';
import { declareChange } from '../operation.ts';
import { inProject } from '../roles/fields.ts';
import { readProject, refuseArchived } from '../roles/in-project.ts';
import { unassignCalls, knownForUnassign, needForUnassign, planUnassign } from './unassign-plan.ts';
import { groupOfProject, roleOfProjectGroup } from './fields.ts';
import { seatOfProjectGroup } from './seat.ts';

export const unassignProjectGroup = declareChange({
  id: operationId('assignments.unassign-project-group'),
  tier: 'destructive',
  title: 'Take a role in a project from a group',
  summary: 'Takes a role in a project from a group, and with it from everybody in it.',
  example:
    '/openai assignments unassign-project-group search-dev --group Support --role "Key reader" --reason "left the on-call rota"',
  fields: { project: inProject, group: groupOfProject, role: roleOfProjectGroup },
  callBudget: unassignCalls + 1,
  known: knownForUnassign.extend({ project: projectSchema }),
  need: (ask, have) => [
    ...(have.project === undefined ? [readProject(ask.input.project)] : []),
    ...needForUnassign(seatOfProjectGroup(ask.input.project, ask.input.group), ask.input.role, have),
  ],
  plan: (ask, have) =>
    refuseArchived('assignments', have.project) ??
    planUnassign({ ...ask, seat: seatOfProjectGroup(have.project, ask.input.group), role: ask.input.role }, have),
});
