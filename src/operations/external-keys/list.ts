import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { utcMinute } from '#domain/instant.ts';
import { externalKeySchema } from '../objects/external-key.ts';
import { agedProjectsSchema, recallProjects } from '../objects/project-names.ts';
import { declareRead } from '../operation.ts';
import { externalKeyInput, keyActions, readExternalKeys, sayCloud, sayUsers } from './describe-key.ts';

export const listExternalKeys = declareRead({
  id: operationId('external-keys.list'),
  title: 'List external keys',
  summary: 'Keys of your own in other clouds, with which OpenAI protects stored data, and the projects that use them.',
  example: '/openai external-keys list',
  fields: {},
  callBudget: 1,
  known: z.object({ keys: z.array(externalKeySchema), projects: agedProjectsSchema }),
  need: (_ask, have) => (have.keys === undefined ? [readExternalKeys, recallProjects] : []),
  view: (_ask, { keys, projects }) => ({
    title: 'External keys',
    parts: [
      {
        part: 'rows',
        columns: ['Name', 'Cloud', 'Used by', 'Registered', 'Id'],
        rows: keys.map((key) => ({
          cells: [key.name, sayCloud(key.type), sayUsers(key, projects), utcMinute(key.createdAt), key.id],
          actions: [
            {
              label: 'Show',
              operation: operationId('external-keys.show'),
              input: externalKeyInput(key),
              style: 'plain',
            },
            ...keyActions(key),
          ],
        })),
        empty: 'No key of your own is registered.',
      },
    ],
  }),
});
