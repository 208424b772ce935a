import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { utcMinute } from '#domain/instant.ts';
import { refuse } from '#domain/refusal.ts';
import { whenEnds, whenUsed } from '../keys/describe-key.ts';
import { read } from '../need.ts';
import { adminKeySchema, keepAdminKey } from '../objects/admin-key.ts';
import { declareRead } from '../operation.ts';
import { adminKeyField, deleteAction, oneAdminKeyCall } from './describe-admin-key.ts';
import { ownKeySchema, recallOwnKey } from './own-key.ts';

export const showAdminKey = declareRead({
  id: operationId('admin-keys.show'),
  title: 'Show an admin key',
  summary: 'Owner, age, last use and end of one admin key. Never the key itself: OpenAI shows it once only.',
  example: '/openai admin-keys show cost-report',
  fields: { key: adminKeyField },
  callBudget: 1,
  known: z.object({ key: adminKeySchema.nullable(), own: ownKeySchema }),
  need: (ask, have) =>
    have.key === undefined
      ? [read('key', { call: oneAdminKeyCall(ask.input.key), keep: keepAdminKey, absent: 'null' }), recallOwnKey]
      : [],
  view: (ask, { key, own }) => {
    if (key === null) {
      return refuse('admin-keys.show.gone', {
        what: `The admin key ${ask.input.key.name} does not exist any more.`,
        rule: 'OpenAI no longer lists it, so it cannot be used.',
      });
    }
    const isOwn = key.id === own.id;
    return {
      title: `Admin key ${key.name}`,
      parts: [
        {
          part: 'facts',
          facts: [
            { label: 'Value', value: key.redacted },
            { label: 'Id', value: key.id },
            { label: 'Owner', value: key.owner },
            { label: 'Created', value: utcMinute(key.createdAt) },
            { label: 'Last used', value: whenUsed(key.lastUsedAt, ask.now) },
            { label: 'Ends', value: whenEnds(key.expiresAt) },
          ],
        },
        isOwn
          ? { part: 'note', text: 'Countersign runs on this key.' }
          : { part: 'actions', actions: [deleteAction(key)] },
      ],
    };
  },
});
