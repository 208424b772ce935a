import { operationId } from '#domain/ids.ts';
import type { Group } from '../objects/group.ts';
import type { ViewAction } from '../view.ts';

/** A group as other operations take it. */
export const groupInput = (group: Pick<Group, 'id' | 'name'>) => ({ group: { id: group.id, name: group.name } });

export const keptBy = (group: Group): string => (group.isManaged ? 'the identity provider' : 'OpenAI');

export function lookingActions(group: Group): readonly ViewAction[] {
  const input = groupInput(group);
  return [
    { label: 'Show', operation: operationId('groups.show'), input, style: 'plain' },
    { label: 'Members', operation: operationId('groups.members'), input, style: 'plain' },
  ];
}

/** What can be done to a group itself: nothing to one that the identity provider keeps. */
export function changingActions(group: Group): readonly ViewAction[] {
  if (group.isManaged) return [];
  const input = groupInput(group);
  return [
    { label: 'Add somebody', operation: operationId('groups.add-member'), input, style: 'plain' },
    { label: 'Rename', operation: operationId('groups.rename'), input, style: 'plain' },
    { label: 'Delete', operation: operationId('groups.delete'), input, style: 'danger' },
  ];
}
