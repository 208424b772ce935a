import { operationId } from '#domain/ids.ts';
import type { ProjectRef, ThingRef } from '../field.ts';
import type { ViewAction } from '../view.ts';

/** What can be done to a group in a project. */
export function groupActions(project: ProjectRef, group: ThingRef): readonly ViewAction[] {
  const input = { project: { ...project }, group: { id: group.id, name: group.name } };
  return [
    { label: 'Roles', operation: operationId('assignments.list-project-group'), input, style: 'plain' },
    { label: 'Remove', operation: operationId('project-groups.remove'), input, style: 'danger' },
  ];
}
