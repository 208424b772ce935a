import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { type ExternalKey, externalKeyGuard, externalKeySchema } from '../objects/external-key.ts';
import { type AgedProjects, agedProjectsSchema, recallProjects } from '../objects/project-names.ts';
import { declareChange } from '../operation.ts';
import type { Plan } from '../plan.ts';
import { noWayBack, planOf } from '../plan-of.ts';
import { callTemplate, tryStep } from '../step.ts';
import {
  externalKeyField,
  keyGone,
  ONE_KEY,
  oneKeyParams,
  readExternalKey,
  sayCloud,
  sayUsers,
} from './describe-key.ts';

const id = operationId('external-keys.validate');

function plan(key: ExternalKey, projects: AgedProjects): Plan {
  const params = oneKeyParams(key);
  return planOf({
    operation: id,
    tier: 'routine',
    title: `Validate the external key ${key.name}`,
    gist: `${key.name} in ${sayCloud(key.type)}`,
    target: { kind: 'external key', id: key.id, name: key.name },
    changes: [{ label: 'Check', before: null, after: `OpenAI uses the key once in ${sayCloud(key.type)}` }],
    holds: sayUsers(key, projects),
    guards: { key: externalKeyGuard(key) },
    before: { key: { ...key } },
    steps: [
      tryStep({
        id: 'validate',
        title: `Ask OpenAI to check that it can use ${key.name}`,
        call: callTemplate(`POST ${ONE_KEY}/validate`, { params }),
        read: callTemplate(`GET ${ONE_KEY}`, { params }),
        thing: key.id,
      }),
    ],
    inverse: noWayBack('there is nothing to undo: a check changes nothing.'),
  });
}

export const validateExternalKey = declareChange({
  id,
  tier: 'routine',
  title: 'Validate an external key',
  summary: 'OpenAI tries whether it can use the key in your cloud. Nothing is changed; a no says what the cloud said.',
  example: '/openai external-keys validate billing --reason "the role was changed"',
  fields: { key: externalKeyField },
  callBudget: 1,
  known: z.object({ key: externalKeySchema.nullable(), projects: agedProjectsSchema }),
  need: (ask, have) => (have.key === undefined ? [readExternalKey(ask.input.key), recallProjects] : []),
  plan: (ask, { key, projects }) => (key === null ? keyGone(ask.input.key) : plan(key, projects)),
});
