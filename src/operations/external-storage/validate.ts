import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { type ExternalStorage, externalStorageGuard, externalStorageSchema } from '../objects/external-storage.ts';
import { type Project, projectSchema } from '../objects/project.ts';
import { declareChange } from '../operation.ts';
import type { Plan } from '../plan.ts';
import { noWayBack, planOf } from '../plan-of.ts';
import { needProject, projectGuard, refOf } from '../projects/inside.ts';
import { callTemplate, tryStep } from '../step.ts';
import {
  ONE_STORAGE,
  oneStorageParams,
  readStorage,
  sayStorageCloud,
  storageField,
  storageGone,
} from './describe-storage.ts';

const id = operationId('external-storage.validate');

function plan(storage: ExternalStorage, found: Project): Plan {
  const project = refOf(found);
  const params = oneStorageParams(storage);
  return planOf({
    operation: id,
    tier: 'routine',
    title: `Validate the bucket ${storage.name}`,
    gist: `${storage.name} in ${sayStorageCloud(storage.type)}`,
    target: { kind: 'connected bucket', id: storage.id, name: storage.name },
    project,
    changes: [{ label: 'State', before: storage.status, after: 'what the check finds: validated, or unhealthy' }],
    holds: `connected with ${project.name}`,
    guards: { project: projectGuard(found), storage: externalStorageGuard(storage) },
    before: { storage: { ...storage } },
    steps: [
      tryStep({
        id: 'validate',
        title: `Ask OpenAI to check that it can use ${storage.name}`,
        call: callTemplate(`POST ${ONE_STORAGE}/validate`, { params }),
        read: callTemplate(`GET ${ONE_STORAGE}`, { params }),
        thing: storage.id,
      }),
    ],
    inverse: noWayBack('there is nothing to undo: the state is what OpenAI found. Show the bucket to see it.'),
  });
}

export const validateExternalStorage = declareChange({
  id,
  tier: 'routine',
  title: 'Validate a connected bucket',
  summary:
    'OpenAI tries whether it can use the bucket, and notes what it found. Show the bucket afterwards for its state.',
  example: '/openai external-storage validate acme-openai-data-science --reason "the role was changed"',
  fields: { storage: storageField },
  callBudget: 2,
  known: z.object({ storage: externalStorageSchema.nullable(), project: projectSchema.optional() }),
  need: (ask, { storage, project }) => {
    if (storage === undefined) return [readStorage(ask.input.storage)];
    if (storage === null || project !== undefined) return [];
    return [needProject({ id: storage.projectId, name: storage.projectId })];
  },
  plan: (ask, { storage, project }) =>
    storage === null || project === undefined ? storageGone(ask.input.storage) : plan(storage, project),
});
