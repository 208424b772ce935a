import { operationId } from '#domain/ids.ts';
import { type Instant, roughly } from '#domain/instant.ts';
import { call } from '../call.ts';
import type { Field, ThingRef } from '../field.ts';
import type { AdminKey } from '../objects/admin-key.ts';
import type { ViewAction } from '../view.ts';

export const listAdminKeysCall = call('GET /organization/admin_api_keys');

export const adminKeyField = {
  kind: 'thing',
  noun: 'admin key',
  label: 'Admin key',
  hint: 'By name or id. Never paste a key itself.',
  required: true,
  listing: { endpoint: 'GET /organization/admin_api_keys', params: {}, id: 'id', name: 'name' },
} as const satisfies Field<true>;

/** An admin key as other operations take it. */
export const adminKeyInput = (key: Pick<AdminKey, 'id' | 'name'>) => ({ key: { id: key.id, name: key.name } });

export const oneAdminKeyCall = (key: ThingRef) =>
  call('GET /organization/admin_api_keys/{key_id}', { params: { key_id: key.id } });

export const sayLastUse = (key: Pick<AdminKey, 'lastUsedAt'>, now: Instant): string =>
  key.lastUsedAt === null ? 'never used' : `last used ${roughly(now - key.lastUsedAt)} ago`;

export function deleteAction(key: AdminKey): ViewAction {
  return { label: 'Delete', operation: operationId('admin-keys.delete'), input: adminKeyInput(key), style: 'danger' };
}

export const makeOne: ViewAction = {
  label: 'Make an admin key',
  operation: operationId('admin-keys.create'),
  input: {},
  style: 'plain',
};
