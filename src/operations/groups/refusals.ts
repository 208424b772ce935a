import { operationId } from '#domain/ids.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { ThingRef } from '../field.ts';
import type { Group } from '../objects/group.ts';

export function groupGone(group: ThingRef): Refusal {
  return refuse('groups.gone', {
    what: `The group ${group.name || group.id} does not exist any more.`,
    rule: 'Only a group that OpenAI still lists can be shown or changed.',
  });
}

/** A group that the identity provider keeps is changed there: OpenAI refuses other changes, or the next synchronization reverts them. */
export function refuseManaged(group: Group): Refusal | null {
  if (!group.isManaged) return null;
  return refuse('groups.managed', {
    what: `${group.name} belongs to your identity provider.`,
    rule: 'Its name and its members come from there (SCIM), so OpenAI does not let them be changed here.',
    whoCan: 'Whoever administers the identity provider, in its own directory.',
  });
}

/** A second group of the same name could not be told apart by anybody who gives it something later. */
export function refuseTaken(name: string, groups: readonly Group[]): Refusal | null {
  const namesake = groups.find((group) => group.name.toLowerCase() === name.toLowerCase());
  if (namesake === undefined) return null;
  return refuse('groups.taken', {
    what: `There is a group ${namesake.name} already.`,
    rule: 'Every group needs a name of its own here, so that nobody picks the wrong one.',
    next: {
      kind: 'start',
      label: 'Show it',
      operation: operationId('groups.show'),
      input: { group: { id: namesake.id, name: namesake.name } },
    },
  });
}
