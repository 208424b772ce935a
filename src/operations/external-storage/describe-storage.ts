import { operationId } from '#domain/ids.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { call } from '../call.ts';
import type { Field, ProjectRef, ThingRef } from '../field.ts';
import { type Need, read } from '../need.ts';
import { type ExternalStorage, keepExternalStorage, keepExternalStorages } from '../objects/external-storage.ts';
import { keepRetention } from '../objects/retention.ts';
import type { ViewAction } from '../view.ts';
import { storageCloudOf } from './clouds.ts';

export const storageField = {
  kind: 'thing',
  noun: 'connected bucket',
  label: 'Connected bucket',
  hint: 'By the bucket’s name, or by the id of the connection.',
  required: true,
  listing: { endpoint: 'GET /organization/external_storage', params: {}, id: 'id', name: 'provider.bucket' },
} as const satisfies Field<true>;

export const ONE_STORAGE = '/organization/external_storage/{external_storage_id}';

export const oneStorageParams = ({ id }: Pick<ThingRef, 'id'>) => ({ external_storage_id: id });

/** The connection itself; null when it is gone. */
export function readStorage(storage: ThingRef): Need {
  return read('storage', {
    call: call(`GET ${ONE_STORAGE}`, { params: oneStorageParams(storage) }),
    keep: keepExternalStorage,
    absent: 'null',
  });
}

/** Every connection, or those of one project. */
export function readStorages(project: Pick<ProjectRef, 'id'> | null): Need {
  const query = project === null ? {} : { project_id: project.id };
  return read('storages', {
    call: call('GET /organization/external_storage', { query }),
    keep: keepExternalStorages,
    pages: 'all',
  });
}

/** How long the project's data is kept; null where OpenAI says of no control. */
export function readProjectRetention(project: Pick<ProjectRef, 'id'>): Need {
  return read('retention', {
    call: call('GET /organization/projects/{project_id}/data_retention', { params: { project_id: project.id } }),
    keep: keepRetention,
    absent: 'null',
  });
}

export const storageInput = ({ id, name }: Pick<ExternalStorage, 'id' | 'name'>) => ({ storage: { id, name } });

export const sayStorageCloud = (type: string): string => storageCloudOf(type)?.says ?? type;

/** Fields of the vendor's own answer that its owner has to put into the bucket's trust policy. */
export const answeredSettings = {
  accountId: { wire: 'account_id', label: 'OpenAI’s account' },
  externalId: { wire: 'external_id', label: 'External id' },
  audience: { wire: 'audience', label: 'Audience' },
} as const;

export function storageGone({ name, id }: ThingRef): Refusal {
  return refuse('external-storage.gone', {
    what: `The bucket ${name || id} is not connected any more.`,
    rule: 'Only a connection that OpenAI still lists can be shown, checked or removed.',
  });
}

export function storageActions(storage: ExternalStorage): readonly ViewAction[] {
  const input = storageInput(storage);
  return [
    { label: 'Validate', operation: operationId('external-storage.validate'), input, style: 'plain' },
    { label: 'Remove', operation: operationId('external-storage.remove'), input, style: 'danger' },
  ];
}
