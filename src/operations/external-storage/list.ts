import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { externalStorageSchema } from '../objects/external-storage.ts';
import { agedProjectsSchema, projectName, recallProjects } from '../objects/project-names.ts';
import { declareRead } from '../operation.ts';
import { readStorages, sayStorageCloud, storageActions, storageInput } from './describe-storage.ts';

export const listExternalStorage = declareRead({
  id: operationId('external-storage.list'),
  title: 'List connected buckets',
  summary: 'Buckets of your own in other clouds in which OpenAI keeps the data of projects.',
  example: '/openai external-storage list --project data-science',
  fields: { project: { kind: 'project', label: 'Project', hint: 'Only those of this project.', required: false } },
  callBudget: 1,
  known: z.object({ storages: z.array(externalStorageSchema), projects: agedProjectsSchema }),
  need: (ask, have) => (have.storages === undefined ? [readStorages(ask.input.project), recallProjects] : []),
  view: (ask, { storages, projects }) => ({
    title: ask.input.project === null ? 'Connected buckets' : `Connected buckets of ${ask.input.project.name}`,
    parts: [
      {
        part: 'rows',
        columns: ['Bucket', 'Cloud', 'Project', 'State', 'Id'],
        rows: storages.map((storage) => ({
          cells: [
            storage.name,
            sayStorageCloud(storage.type),
            projectName(storage.projectId, projects),
            storage.status,
            storage.id,
          ],
          actions: [
            {
              label: 'Show',
              operation: operationId('external-storage.show'),
              input: storageInput(storage),
              style: 'plain',
            },
            ...storageActions(storage),
          ],
        })),
        empty: 'No bucket is connected.',
      },
    ],
  }),
});
