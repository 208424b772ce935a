import { operationId } from '#domain/ids.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { call } from '../call.ts';
import type { Field, ThingRef } from '../field.ts';
import { type AgedProjects, sayProjectIds } from '../objects/project-names.ts';
import { type Need, read } from '../need.ts';
import { type ExternalKey, keepExternalKey, keepExternalKeys } from '../objects/external-key.ts';
import type { ViewAction } from '../view.ts';
import { keyCloudOf } from './clouds.ts';

export const externalKeyField = {
  kind: 'thing',
  noun: 'external key',
  label: 'External key',
  hint: 'By name or id.',
  required: true,
  listing: { endpoint: 'GET /organization/external_keys', params: {}, id: 'id', name: 'name' },
} as const satisfies Field<true>;

export const ONE_KEY = '/organization/external_keys/{external_key_id}';

export const oneKeyParams = ({ id }: Pick<ThingRef, 'id'>) => ({ external_key_id: id });

/** The key itself; null when it is gone. */
export function readExternalKey(key: ThingRef): Need {
  return read('key', {
    call: call(`GET ${ONE_KEY}`, { params: oneKeyParams(key) }),
    keep: keepExternalKey,
    absent: 'null',
  });
}

export const readExternalKeys: Need = read('keys', {
  call: call('GET /organization/external_keys'),
  keep: keepExternalKeys,
  pages: 'all',
});

export const externalKeyInput = ({ id, name }: Pick<ExternalKey, 'id' | 'name'>) => ({ key: { id, name } });

export const sayCloud = (type: string): string => keyCloudOf(type)?.says ?? type;

export const sayPurpose = (purpose: string): string => (purpose === 'ekm' ? 'encryption of stored data' : purpose);

/** `billing-prod, data-science`; `no project`. A workspace of ChatGPT counts as a user, too. */
export function sayUsers(key: ExternalKey, projects: AgedProjects): string {
  const users = sayProjectIds(key.projects, projects);
  return key.workspaceId === null ? users : `${users}; workspace ${key.workspaceId}`;
}

export function keyGone({ name, id }: ThingRef): Refusal {
  return refuse('external-keys.gone', {
    what: `There is no external key ${name || id} any more.`,
    rule: 'Only a key that OpenAI still lists can be shown, checked or removed.',
  });
}

export function keyActions(key: ExternalKey): readonly ViewAction[] {
  const input = externalKeyInput(key);
  return [
    { label: 'Validate', operation: operationId('external-keys.validate'), input, style: 'plain' },
    { label: 'Remove', operation: operationId('external-keys.remove'), input, style: 'danger' },
  ];
}
