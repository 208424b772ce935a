import { operationId } from '#domain/ids.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { ProjectRef, ThingRef } from '../field.ts';

/** The group is in the organization, but not in this project. */
export function notInProject(project: ProjectRef, group: ThingRef): Refusal {
  return refuse('project-groups.absent', {
    what: `The group ${group.name || group.id} is not in ${project.name}.`,
    rule: 'Only a group that is in a project can be shown there or taken out of it.',
    next: {
      kind: 'start',
      label: 'Add it',
      operation: operationId('project-groups.add'),
      input: { project: { id: project.id, name: project.name }, group: { id: group.id, name: group.name } },
    },
  });
}
