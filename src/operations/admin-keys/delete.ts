import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { dayMs, hourMs, type Instant, utcMinute } from '#domain/instant.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { InputOf } from '../field.ts';
import { whenEnds } from '../keys/describe-key.ts';
import { read } from '../need.ts';
import { type AdminKey, adminKeyGuard, adminKeySchema, keepAdminKey } from '../objects/admin-key.ts';
import { type Ask, declareChange } from '../operation.ts';
import type { Inverse, Plan } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { deleteAdminKeyStep } from './delete-step.ts';
import { adminKeyField, oneAdminKeyCall, sayLastUse } from './describe-admin-key.ts';
import { ownKeySchema, recallOwnKey } from './own-key.ts';

const id = operationId('admin-keys.delete');

const fields = { key: adminKeyField } as const;

const known = z.object({ key: adminKeySchema.nullable(), own: ownKeySchema });
type DeleteAsk = Ask<InputOf<typeof fields>>;

function refuseOwn(key: AdminKey, ownId: string | null): Refusal | null {
  if (ownId === null) {
    return refuse('admin-keys.delete.own-unknown', {
      what: `Countersign cannot tell whether ${key.name} is the key it runs on.`,
      rule: 'An admin key is deleted here only when it is certain that Countersign does not lock itself out.',
      whoCan: 'An organization owner, in the OpenAI dashboard.',
    });
  }
  if (key.id !== ownId) return null;
  return refuse('admin-keys.delete.own', {
    what: `Countersign runs on ${key.name}.`,
    rule: 'Countersign never deletes its own admin key: nobody could undo that from here.',
    whoCan:
      'An organization owner: make a new key in the OpenAI dashboard, give it to Countersign, then delete this one.',
  });
}

// What a new key can be made for: from an hour to a year (OpenAI API reference, 2026-11).
function lifetimeAgain(key: AdminKey, now: Instant): number {
  return key.expiresAt === null ? 365 * dayMs : Math.min(365 * dayMs, Math.max(hourMs, key.expiresAt - now));
}

function inverseOf(key: AdminKey, now: Instant): Inverse {
  return {
    verdict: 'partial',
    sentence:
      'an admin key of the same name can be made. The old secret never comes back: whatever used it needs the new one.',
    operation: operationId('admin-keys.create'),
    input: { name: key.name, for: lifetimeAgain(key, now) },
  };
}

function plan(ask: DeleteAsk, have: z.infer<typeof known>): Plan | Refusal {
  const { key } = have;
  if (key === null) {
    return refuse('admin-keys.delete.gone', {
      what: `The admin key ${ask.input.key.name} does not exist any more.`,
      rule: 'Only a key that OpenAI still lists can be deleted.',
      whoCan: 'Nobody needs to do anything: it cannot be used.',
    });
  }
  const no = refuseOwn(key, have.own.id);
  if (no !== null) return no;
  const isInUse = key.lastUsedAt !== null && ask.now - key.lastUsedAt < dayMs;
  return planOf({
    operation: id,
    tier: 'critical',
    title: `Delete the admin key ${key.name}`,
    gist: `${key.redacted}, ${sayLastUse(key, ask.now)}`,
    target: { kind: 'admin key', id: key.id, name: key.name },
    changes: [{ label: 'Admin key', before: `${key.name} (${key.redacted})`, after: null }],
    holds: `${key.owner} · created ${utcMinute(key.createdAt)} · ${sayLastUse(key, ask.now)}`,
    facts: [
      { label: 'Owner', value: key.owner, at: ask.now },
      { label: 'Last used', value: key.lastUsedAt === null ? 'never' : utcMinute(key.lastUsedAt), at: ask.now },
      { label: 'Ends', value: whenEnds(key.expiresAt), at: ask.now },
    ],
    warnings: isInUse ? [`In use: ${sayLastUse(key, ask.now)}. Whatever uses it stops at once.`] : [],
    guards: { key: adminKeyGuard(key) },
    before: { key: { ...key } },
    steps: [deleteAdminKeyStep(key)],
    inverse: inverseOf(key, ask.now),
  });
}

export const deleteAdminKey = declareChange({
  id,
  tier: 'critical',
  title: 'Delete an admin key',
  summary: 'Ends an admin key at once. Countersign’s own is refused.',
  example: '/openai admin-keys delete cost-report --reason "the export moved"',
  fields,
  callBudget: 1,
  known,
  need: (ask, have) =>
    have.key === undefined
      ? [read('key', { call: oneAdminKeyCall(ask.input.key), keep: keepAdminKey, absent: 'null' }), recallOwnKey]
      : [],
  plan,
});
