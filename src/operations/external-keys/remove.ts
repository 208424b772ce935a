import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { utcMinute } from '#domain/instant.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { inputFromValues } from '../objects/cloud-settings.ts';
import { type ExternalKey, externalKeyGuard, externalKeySchema, keyPurposes } from '../objects/external-key.ts';
import { type AgedProjects, agedProjectsSchema, recallProjects } from '../objects/project-names.ts';
import { declareChange } from '../operation.ts';
import type { Inverse, Plan } from '../plan.ts';
import { noWayBack, planOf } from '../plan-of.ts';
import { callTemplate, deleteStep } from '../step.ts';
import { keyCloudOf } from './clouds.ts';
import {
  externalKeyField,
  keyGone,
  ONE_KEY,
  oneKeyParams,
  readExternalKey,
  sayCloud,
  sayPurpose,
  sayUsers,
} from './describe-key.ts';

const id = operationId('external-keys.remove');

/** Projects that we know to be archived do not hold a key; any other may. */
function refuseUsed(key: ExternalKey, projects: AgedProjects): Refusal | null {
  const archived = projects.items.filter(({ status }) => status === 'archived').map((project) => project.id);
  const users = key.projects.filter((project) => !archived.includes(project));
  if (users.length === 0 && key.workspaceId === null) return null;
  return refuse('external-keys.used', {
    what: `${key.name} protects the data of ${sayUsers({ ...key, projects: users }, projects)}.`,
    rule: 'OpenAI lets go of a key only when no active project and no workspace uses it.',
    whoCan: 'Nobody, until those projects are archived. Archiving is final.',
  });
}

function inverseOf(key: ExternalKey): Inverse {
  const cloud = keyCloudOf(key.type);
  const purpose = keyPurposes.find((each) => each === key.purpose);
  if (cloud === null || purpose === undefined) {
    return noWayBack('register it again in the OpenAI dashboard; this kind of key is not known here.');
  }
  return {
    verdict: 'recreate',
    sentence: 'register the same key again. It gets a new id; archived projects do not come back to it.',
    operation: cloud.register,
    input: { name: key.name, purpose, ...inputFromValues(cloud.settings, key.values) },
  };
}

function plan(key: ExternalKey, projects: AgedProjects): Plan {
  const params = oneKeyParams(key);
  return planOf({
    operation: id,
    tier: 'critical',
    title: `Remove the external key ${key.name}`,
    gist: `${key.name} in ${sayCloud(key.type)}`,
    target: { kind: 'external key', id: key.id, name: key.name },
    changes: [{ label: 'External key', before: `${key.name} in ${sayCloud(key.type)}`, after: null }],
    holds: `${sayPurpose(key.purpose)} · registered ${utcMinute(key.createdAt)} · ${sayUsers(key, projects)}`,
    warnings:
      key.projects.length === 0
        ? []
        : [`Data of archived projects stays encrypted with it: ${sayUsers(key, projects)}.`],
    guards: { key: externalKeyGuard(key) },
    before: { key: { ...key } },
    steps: [
      deleteStep({
        id: 'remove',
        title: `Remove the external key ${key.name}`,
        call: callTemplate(`DELETE ${ONE_KEY}`, { params }),
        read: callTemplate(`GET ${ONE_KEY}`, { params }),
      }),
    ],
    inverse: inverseOf(key),
  });
}

export const removeExternalKey = declareChange({
  id,
  tier: 'critical',
  title: 'Remove an external key',
  summary: 'OpenAI forgets a key of your own. Refused while an active project uses it; the key in your cloud stays.',
  example: '/openai external-keys remove billing --reason "billing is archived"',
  fields: { key: externalKeyField },
  callBudget: 1,
  known: z.object({ key: externalKeySchema.nullable(), projects: agedProjectsSchema }),
  need: (ask, have) => (have.key === undefined ? [readExternalKey(ask.input.key), recallProjects] : []),
  plan: (ask, { key, projects }) =>
    key === null ? keyGone(ask.input.key) : (refuseUsed(key, projects) ?? plan(key, projects)),
});
