import { z } from 'zod';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/instant.ts';
import { operationId } from '#domain/ids.ts';
import type { ProjectRef } from '../field.ts';
import type { Need } from '../need.ts';
import { linesOfSettings, type SettingValues, valuesFromInput } from '../objects/cloud-settings.ts';
import { type ExternalStorage, externalStorageSchema } from '../objects/external-storage.ts';
import { type Project, projectSchema } from '../objects/project.ts';
import { retentionSchema, sayRetention } from '../objects/retention.ts';
import type { Plan, Step } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { needInside, projectGuard, refOf } from '../projects/inside.ts';
import { callTemplate, createStep } from '../step.ts';
import { resultOf, slotJson } from '../template.ts';
import type { StorageCloud } from './clouds.ts';
import { readProjectRetention, readStorages, storageInput } from './describe-storage.ts';

export const knownProjectStorage = z.object({
  project: projectSchema,
  storages: z.array(externalStorageSchema),
  /** Null where OpenAI says of no control. */
  retention: retentionSchema.nullable(),
});
type Known = z.infer<typeof knownProjectStorage>;

/** The project, what it is connected with already, and how long its data is kept: that may depend on it. */
export function needProjectStorage(ref: ProjectRef, have: Partial<Known>): readonly Need[] | Refusal {
  return needInside(have, {
    family: 'external-storage',
    ref,
    rest: () => (have.storages === undefined ? [readStorages(ref), readProjectRetention(ref)] : []),
  });
}

/** The same bucket, however it is reached: settings by which a connection is found again. */
function isSame(storage: ExternalStorage, cloud: StorageCloud, values: SettingValues): boolean {
  return storage.type === cloud.type && Object.entries(values).every(([wire, value]) => storage.values[wire] === value);
}

function refuseSame(storage: ExternalStorage, project: Project): Refusal {
  return refuse('external-storage.same', {
    what: `${project.name} is connected with ${storage.name} already.`,
    rule: 'A request has to change something.',
    next: {
      kind: 'start',
      label: 'Show it',
      operation: operationId('external-storage.show'),
      input: storageInput(storage),
    },
  });
}

function registerStep(cloud: StorageCloud, project: Project, values: SettingValues): Step {
  const where = Object.fromEntries(Object.entries(values).map(([wire, value]) => [`provider.${wire}`, value]));
  return createStep({
    id: 'register',
    title: `Connect ${project.name} with a bucket in ${cloud.says}`,
    call: callTemplate('POST /organization/external_storage', {
      body: { project_id: project.id, provider: { type: cloud.type, ...values } },
    }),
    listedIn: callTemplate('GET /organization/external_storage', { query: { project_id: project.id } }),
    // It has no name, but no other connection of the project has all these settings: such a one is refused.
    where: { project_id: project.id, 'provider.type': cloud.type, ...where },
  });
}

interface Asked {
  readonly cloud: StorageCloud;
  /** The operation's whole input. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly now: Instant;
}

/** Connects a project with a bucket that stays in another cloud. */
export function planRegistration({ cloud, input, now }: Asked, have: Known): Plan | Refusal {
  const { storages, retention } = have;
  const project = refOf(have.project);
  const values = valuesFromInput(cloud.settings, input);
  const same = storages.find((storage) => isSame(storage, cloud, values));
  if (same !== undefined) return refuseSame(same, have.project);
  const name = values['bucket'] ?? values['container'] ?? cloud.says;
  const kept = retention === null ? 'no control' : sayRetention(retention);
  return planOf({
    operation: cloud.register,
    tier: 'destructive',
    title: `Connect ${project.name} with a bucket in ${cloud.says}`,
    gist: name,
    target: { kind: 'connected bucket', id: 'new', name },
    project,
    changes: linesOfSettings(cloud.settings, values).map(({ label, value }) => ({ label, before: null, after: value })),
    holds:
      storages.length === 0 ? 'no bucket so far' : `also connected: ${storages.map((each) => each.name).join(', ')}`,
    facts: [{ label: 'Data retention', value: kept, at: now }],
    warnings: [
      `Data of ${project.name} is kept in this bucket then: whoever can read the bucket can read the data.`,
      'Its owner has to let OpenAI in; show it afterwards for what to put into its trust policy, then validate it.',
    ],
    guards: { project: projectGuard(have.project), storages: storages.map((each) => each.id).toSorted(), retention },
    before: { storages: storages.map((each) => ({ ...each })), retention },
    steps: [registerStep(cloud, have.project, values)],
    inverse: {
      verdict: 'partial',
      sentence: `remove the connection. What was written to the bucket meanwhile stays there; data retention (${kept}) may have to be set again.`,
      operation: operationId('external-storage.remove'),
      input: { storage: { id: slotJson(resultOf('register', 'id')), name } },
    },
  });
}
