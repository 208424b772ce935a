import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { utcMinute } from '#domain/instant.ts';
import { type Group, groupSchema } from '../objects/group.ts';
import { declareRead } from '../operation.ts';
import type { ViewRow } from '../view.ts';
import { changingActions, keptBy, lookingActions } from './describe-group.ts';
import { readGroups } from './reads.ts';

function rowOf(group: Group): ViewRow {
  return {
    cells: [group.name, keptBy(group), utcMinute(group.createdAt), group.id],
    actions: [...lookingActions(group), ...changingActions(group).filter(({ label }) => label === 'Delete')],
  };
}

export const listGroups = declareRead({
  id: operationId('groups.list'),
  title: 'List groups',
  summary: 'Every group of the organization, and whether it is kept here or by the identity provider.',
  example: '/openai groups list',
  fields: {},
  callBudget: 1,
  known: z.object({ groups: z.array(groupSchema) }),
  need: (_ask, have) => (have.groups === undefined ? [readGroups()] : []),
  view: (_ask, { groups }) => ({
    title: 'Groups',
    parts: [
      {
        part: 'rows',
        columns: ['Name', 'Kept by', 'Created', 'Id'],
        rows: groups.map(rowOf),
        empty: 'There is no group yet.',
      },
      {
        part: 'actions',
        actions: [{ label: 'New group', operation: operationId('groups.create'), input: {}, style: 'plain' }],
      },
    ],
  }),
});
