import { z } from 'zod';
import { formatDuration } from '#domain/duration.ts';
import { operationId } from '#domain/ids.ts';
import { count, dayMs, hourMs, type Instant, utcMinute } from '#domain/instant.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { InputOf } from '../field.ts';
import { read } from '../need.ts';
import { type AdminKey, adminKeySchema, keepAdminKeys } from '../objects/admin-key.ts';
import { type Ask, declareChange } from '../operation.ts';
import type { Plan, Step } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { callTemplate, createStep, deleteStep } from '../step.ts';
import { resultOf, secondsUntil, slotJson } from '../template.ts';
import { adminKeyInput, listAdminKeysCall } from './describe-admin-key.ts';
import { ownKeySchema, recallOwnKey } from './own-key.ts';

const id = operationId('admin-keys.create');

const fields = {
  name: {
    kind: 'text',
    label: 'Name',
    hint: 'What the key is for: cost-report.',
    required: true,
    // As long as a name that an undo gives back.
    max: 200,
    pattern: /\S/,
    patternHint: 'Write a name.',
  },
  for: {
    kind: 'duration',
    label: 'For how long',
    hint: 'For example 30d, at most a year. The key ends by itself then.',
    required: true,
    minMs: hourMs,
    maxMs: 365 * dayMs,
    suggest: ['1d', '30d', '90d'],
    initial: '30d',
    narrows: 'shorter',
  },
} as const;

const known = z.object({ keys: z.array(adminKeySchema), own: ownKeySchema });
type CreateAsk = Ask<InputOf<typeof fields>>;

function createKey(name: string, endsAt: Instant): Step {
  return createStep({
    id: 'key',
    title: `Create the admin key ${name}, ending ${utcMinute(endsAt)}`,
    call: callTemplate('POST /organization/admin_api_keys', {
      body: { name, expires_in_seconds: slotJson(secondsUntil(endsAt)) },
    }),
    secretAt: ['value'],
    listedIn: callTemplate('GET /organization/admin_api_keys'),
    // No other key has this name: one that is taken is refused, now and again just before the key is made.
    where: { name },
  });
}

function deleteKey(): Step {
  const params = { key_id: resultOf('key', 'id') };
  return deleteStep({
    id: 'delete-key',
    title: 'Delete the admin key again, because it could not be handed over',
    call: callTemplate('DELETE /organization/admin_api_keys/{key_id}', { params }),
    read: callTemplate('GET /organization/admin_api_keys/{key_id}', { params }),
  });
}

/** OpenAI says of no owner in advance; seen is that a key made by a key belongs to the same person. */
function warningsFor(own: AdminKey | undefined): readonly string[] {
  const whose = own === undefined ? [] : [`At OpenAI it will belong to ${own.owner}, whose key Countersign runs on.`];
  return ['Whoever has it can change the organization without Countersign and without a second person.', ...whose];
}

function refuseTaken(taken: AdminKey): Refusal {
  return refuse('admin-keys.create.taken', {
    what: `There is an admin key called ${taken.name} already.`,
    rule: 'A new admin key needs a name of its own, so that it is found again if OpenAI’s answer is lost.',
    whoCan: 'You: choose another name.',
    next: {
      kind: 'start',
      label: 'Show it',
      operation: operationId('admin-keys.show'),
      input: adminKeyInput(taken),
    },
  });
}

function plan(ask: CreateAsk, have: z.infer<typeof known>): Plan | Refusal {
  const { name } = ask.input;
  const span = ask.input.for;
  const endsAt = ask.now + span;
  const taken = have.keys.find((key) => key.name === name);
  if (taken !== undefined) return refuseTaken(taken);
  return planOf({
    operation: id,
    tier: 'critical',
    title: 'Make an admin key',
    gist: `${name}, ${formatDuration(span)}`,
    target: { kind: 'admin key', id: 'new', name },
    beneficiaryEmail: ask.requester.openaiEmail,
    changes: [
      { label: 'New admin key', before: null, after: name },
      { label: 'May', before: null, after: 'administer the whole organization' },
      { label: 'Ends', before: null, after: `${utcMinute(endsAt)} (${formatDuration(span)})` },
    ],
    holds: `${count(have.keys.length, 'admin key')} so far`,
    facts: have.keys.map((key) => ({ label: 'Admin key', value: `${key.name} · ${key.owner}`, at: ask.now })),
    warnings: warningsFor(have.keys.find((key) => key.id === have.own.id)),
    guards: {},
    before: { keys: have.keys.map((key) => ({ ...key })) },
    handover: { name, where: 'the whole organization' },
    steps: [createKey(name, endsAt)],
    delivery: 'collect',
    compensations: [deleteKey()],
    attempts: 3,
    inverse: {
      verdict: 'exact',
      sentence: 'delete the key; it stops at once. What was done with it meanwhile stays.',
      operation: operationId('admin-keys.delete'),
      input: { key: { id: slotJson(resultOf('key', 'id')), name } },
    },
    bounds: { lifetimeMs: span },
  });
}

export const createAdminKey = declareChange({
  id,
  tier: 'critical',
  title: 'Make an admin key',
  summary: 'A key that can administer the whole organization; you see it once, when you collect it.',
  example: '/openai admin-keys create --name cost-report --for 90d --reason "monthly cost export"',
  fields,
  callBudget: 1,
  known,
  need: (_ask, have) =>
    have.keys === undefined
      ? [read('keys', { call: listAdminKeysCall, keep: keepAdminKeys, pages: 'all' }), recallOwnKey]
      : [],
  plan,
});
