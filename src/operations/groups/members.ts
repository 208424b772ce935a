import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { type Group, groupSchema } from '../objects/group.ts';
import { type Person, personSchema, userInput } from '../objects/person.ts';
import { declareRead } from '../operation.ts';
import type { ViewAction, ViewRow } from '../view.ts';
import { changingActions, groupInput } from './describe-group.ts';
import { aGroup } from './fields.ts';
import { readGroup, readMembers } from './reads.ts';
import { groupGone } from './refusals.ts';

function rowOf(group: Group, person: Person): ViewRow {
  const remove: ViewAction = {
    label: 'Remove',
    operation: operationId('groups.remove-member'),
    input: { ...groupInput(group), user: userInput(person) },
    style: 'danger',
  };
  return { cells: [person.name, person.email ?? '', person.id], actions: group.isManaged ? [] : [remove] };
}

export const listGroupMembers = declareRead({
  id: operationId('groups.members'),
  title: 'List the members of a group',
  summary: 'Everybody in a group.',
  example: '/openai groups members Support',
  fields: { group: aGroup },
  callBudget: 2,
  known: z.object({ group: groupSchema.nullable(), members: z.array(personSchema).nullable() }),
  need: (ask, have) => (have.group === undefined ? [readGroup(ask.input.group), readMembers(ask.input.group)] : []),
  view: (ask, { group, members }) => {
    if (group === null) return groupGone(ask.input.group);
    const managed = 'The identity provider decides who is in this group, so nobody is added or removed here.';
    const adding = changingActions(group).filter(({ label }) => label === 'Add somebody');
    return {
      title: `Members of ${group.name}`,
      parts: [
        {
          part: 'rows',
          columns: ['Name', 'E-mail', 'Id'],
          rows: (members ?? []).map((person) => rowOf(group, person)),
          empty: 'Nobody is in this group.',
        },
        group.isManaged ? { part: 'note', text: managed } : { part: 'actions', actions: adding },
      ],
    };
  },
});
