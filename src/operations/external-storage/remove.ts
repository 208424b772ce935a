import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { count, type Instant } from '#domain/instant.ts';
import type { ThingRef } from '../field.ts';
import type { Need } from '../need.ts';
import { inputFromValues } from '../objects/cloud-settings.ts';
import { type ExternalStorage, externalStorageGuard, externalStorageSchema } from '../objects/external-storage.ts';
import { projectSchema } from '../objects/project.ts';
import { retentionSchema, sayRetention } from '../objects/retention.ts';
import { declareChange } from '../operation.ts';
import type { Inverse, Plan } from '../plan.ts';
import { noWayBack, planOf } from '../plan-of.ts';
import { needProject, projectGuard, refOf } from '../projects/inside.ts';
import { callTemplate, deleteStep } from '../step.ts';
import { storageCloudOf } from './clouds.ts';
import {
  ONE_STORAGE,
  oneStorageParams,
  readProjectRetention,
  readStorage,
  readStorages,
  sayStorageCloud,
  storageField,
  storageGone,
} from './describe-storage.ts';

const id = operationId('external-storage.remove');

const known = z.object({
  storage: externalStorageSchema.nullable(),
  project: projectSchema.optional(),
  storages: z.array(externalStorageSchema).optional(),
  retention: retentionSchema.nullish(),
});
type Known = z.infer<typeof known>;

/** The connection, then its project; of an archived one nothing more can be read. */
function needStorage(asked: ThingRef, have: Partial<Known>): readonly Need[] {
  const { storage, project } = have;
  if (storage === undefined) return [readStorage(asked)];
  if (storage === null) return [];
  const ref = { id: storage.projectId, name: storage.projectId };
  if (project === undefined) return [needProject(ref), readStorages(ref)];
  return have.retention !== undefined || project.status === 'archived' ? [] : [readProjectRetention(ref)];
}

interface Found {
  readonly storage: ExternalStorage;
  readonly project: z.infer<typeof projectSchema>;
  readonly others: readonly ExternalStorage[];
  readonly retention: string | null;
}

function inverseOf({ storage, project, others, retention }: Found): Inverse {
  const cloud = storageCloudOf(storage.type);
  if (cloud === null) {
    return noWayBack('connect it again in the OpenAI dashboard; this kind of bucket is not known here.');
  }
  const again =
    others.length === 0 && retention !== null ? `, and data retention set to ${sayRetention(retention)}` : '';
  return {
    verdict: 'recreate',
    sentence: `connect the same bucket again. It gets a new id and has to be validated anew${again}; data of the meantime is not moved there.`,
    operation: cloud.register,
    input: { project: refOf(project), ...inputFromValues(cloud.settings, storage.values) },
  };
}

function warningsFor({ project, others, retention }: Found): readonly string[] {
  if (others.length > 0) return [];
  const kept = retention === null ? '' : ` (now: ${sayRetention(retention)})`;
  return [
    `It is the last one of ${project.name}: new data is kept at OpenAI then, and data retention falls back to that of the organization${kept}.`,
  ];
}

function plan(found: Found, now: Instant): Plan {
  const { storage, others, retention } = found;
  const project = refOf(found.project);
  const params = oneStorageParams(storage);
  return planOf({
    operation: id,
    tier: 'destructive',
    title: `Disconnect ${project.name} from ${storage.name}`,
    gist: `${storage.name} in ${sayStorageCloud(storage.type)}`,
    target: { kind: 'connected bucket', id: storage.id, name: storage.name },
    project,
    changes: [
      { label: 'Connected bucket', before: `${storage.name} in ${sayStorageCloud(storage.type)}`, after: null },
    ],
    holds: `${storage.status} · ${count(others.length, 'other')} connected · nothing in the bucket is deleted`,
    facts: retention === null ? [] : [{ label: 'Data retention', value: sayRetention(retention), at: now }],
    warnings: warningsFor(found),
    guards: {
      project: projectGuard(found.project),
      storage: externalStorageGuard(storage),
      others: others.map((other) => other.id).toSorted(),
      retention,
    },
    before: { storage: { ...storage }, retention },
    steps: [
      deleteStep({
        id: 'remove',
        title: `Disconnect ${project.name} from ${storage.name}`,
        call: callTemplate(`DELETE ${ONE_STORAGE}`, { params }),
        read: callTemplate(`GET ${ONE_STORAGE}`, { params }),
      }),
    ],
    inverse: inverseOf(found),
  });
}

export const removeExternalStorage = declareChange({
  id,
  tier: 'destructive',
  title: 'Disconnect a bucket',
  summary: 'OpenAI stops keeping a project’s data in a bucket of your own. Nothing in the bucket is deleted.',
  example: '/openai external-storage remove acme-openai-data-science --reason "the project moves"',
  fields: { storage: storageField },
  callBudget: 4,
  known,
  need: (ask, have) => needStorage(ask.input.storage, have),
  plan: (ask, { storage, project, storages = [], retention = null }) => {
    if (storage === null || project === undefined) return storageGone(ask.input.storage);
    const others = storages.filter((other) => other.id !== storage.id);
    return plan({ storage, project, others, retention }, ask.now);
  },
});
