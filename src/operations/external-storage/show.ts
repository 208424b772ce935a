import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { utcMinute } from '#domain/instant.ts';
import { linesOfSettings } from '../objects/cloud-settings.ts';
import { type ExternalStorage, externalStorageSchema } from '../objects/external-storage.ts';
import { type AgedProjects, agedProjectsSchema, projectName, recallProjects } from '../objects/project-names.ts';
import { declareRead } from '../operation.ts';
import type { View } from '../view.ts';
import { storageCloudOf } from './clouds.ts';
import {
  answeredSettings,
  readStorage,
  sayStorageCloud,
  storageActions,
  storageField,
  storageGone,
} from './describe-storage.ts';

function view(storage: ExternalStorage, projects: AgedProjects): View {
  const settings = storageCloudOf(storage.type)?.settings ?? {};
  return {
    title: `Connected bucket ${storage.name}`,
    parts: [
      {
        part: 'facts',
        facts: [
          { label: 'Id', value: storage.id },
          { label: 'Project', value: projectName(storage.projectId, projects) },
          { label: 'State', value: storage.status },
          { label: 'Cloud', value: sayStorageCloud(storage.type) },
          { label: 'Geography', value: storage.geography },
          { label: 'Connected', value: utcMinute(storage.createdAt) },
          ...linesOfSettings({ ...settings, ...answeredSettings }, storage.values),
        ],
      },
      { part: 'actions', actions: storageActions(storage) },
    ],
  };
}

export const showExternalStorage = declareRead({
  id: operationId('external-storage.show'),
  title: 'Show a connected bucket',
  summary: 'State of a connected bucket, and what its owner has to put into the bucket’s trust policy.',
  example: '/openai external-storage show acme-openai-data-science',
  fields: { storage: storageField },
  callBudget: 1,
  known: z.object({ storage: externalStorageSchema.nullable(), projects: agedProjectsSchema }),
  need: (ask, have) => (have.storage === undefined ? [readStorage(ask.input.storage), recallProjects] : []),
  view: (ask, { storage, projects }) => (storage === null ? storageGone(ask.input.storage) : view(storage, projects)),
});
