import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { type Instant, roughly } from '#domain/instant.ts';
import { whenEnds, whenUsed } from '../keys/describe-key.ts';
import { read } from '../need.ts';
import { type AdminKey, adminKeySchema, keepAdminKeys } from '../objects/admin-key.ts';
import { declareRead } from '../operation.ts';
import type { ViewRow } from '../view.ts';
import { adminKeyInput, deleteAction, listAdminKeysCall, makeOne } from './describe-admin-key.ts';
import { ownKeySchema, recallOwnKey } from './own-key.ts';

function rowOf(key: AdminKey, isOwn: boolean, now: Instant): ViewRow {
  return {
    cells: [
      isOwn ? `${key.name} (Countersign’s own)` : key.name,
      key.redacted,
      key.owner,
      `${roughly(now - key.createdAt)} ago`,
      whenUsed(key.lastUsedAt, now),
      whenEnds(key.expiresAt),
    ],
    actions: [
      { label: 'Show', operation: operationId('admin-keys.show'), input: adminKeyInput(key), style: 'plain' },
      ...(isOwn ? [] : [deleteAction(key)]),
    ],
  };
}

export const listAdminKeys = declareRead({
  id: operationId('admin-keys.list'),
  title: 'List admin keys',
  summary: 'Every key that can administer the organization: whose, how old, when used last.',
  example: '/openai admin-keys list',
  fields: {},
  callBudget: 1,
  known: z.object({ keys: z.array(adminKeySchema), own: ownKeySchema }),
  need: (_ask, have) =>
    have.keys === undefined
      ? [read('keys', { call: listAdminKeysCall, keep: keepAdminKeys, pages: 'all' }), recallOwnKey]
      : [],
  view: (ask, { keys, own }) => ({
    title: 'Admin keys',
    parts: [
      {
        part: 'rows',
        columns: ['Name', 'Value', 'Owner', 'Created', 'Last used', 'Ends'],
        rows: keys.map((key) => rowOf(key, key.id === own.id, ask.now)),
        empty: 'OpenAI lists none.',
      },
      {
        part: 'note',
        text: 'Each of them can change the organization without Countersign and without a second person.',
      },
      { part: 'actions', actions: [makeOne] },
    ],
  }),
});
