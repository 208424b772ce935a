import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { utcMinute } from '#domain/instant.ts';
import { linesOfSettings } from '../objects/cloud-settings.ts';
import { type ExternalKey, externalKeySchema } from '../objects/external-key.ts';
import { type AgedProjects, agedProjectsSchema, recallProjects } from '../objects/project-names.ts';
import { declareRead } from '../operation.ts';
import type { View } from '../view.ts';
import { keyCloudOf } from './clouds.ts';
import {
  externalKeyField,
  keyActions,
  keyGone,
  readExternalKey,
  sayCloud,
  sayPurpose,
  sayUsers,
} from './describe-key.ts';

function view(key: ExternalKey, projects: AgedProjects): View {
  const cloud = keyCloudOf(key.type);
  return {
    title: `External key ${key.name}`,
    parts: [
      {
        part: 'facts',
        facts: [
          { label: 'Id', value: key.id },
          { label: 'Cloud', value: sayCloud(key.type) },
          { label: 'Purpose', value: sayPurpose(key.purpose) },
          { label: 'Used by', value: sayUsers(key, projects) },
          { label: 'Registered', value: utcMinute(key.createdAt) },
          ...(cloud === null ? [] : linesOfSettings(cloud.settings, key.values)),
        ],
      },
      { part: 'actions', actions: keyActions(key) },
    ],
  };
}

export const showExternalKey = declareRead({
  id: operationId('external-keys.show'),
  title: 'Show an external key',
  summary: 'Where a key of your own stands and which projects use it. OpenAI never has the key itself.',
  example: '/openai external-keys show billing',
  fields: { key: externalKeyField },
  callBudget: 1,
  known: z.object({ key: externalKeySchema.nullable(), projects: agedProjectsSchema }),
  need: (ask, have) => (have.key === undefined ? [readExternalKey(ask.input.key), recallProjects] : []),
  view: (ask, { key, projects }) => (key === null ? keyGone(ask.input.key) : view(key, projects)),
});
