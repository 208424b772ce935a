import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { count, hourMs, roughly, utcMinute } from '#domain/instant.ts';
import { invariant } from '#domain/invariant.ts';
import type { JsonObject } from '#domain/json.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { call } from '../call.ts';
import type { InputOf, ProjectRef } from '../field.ts';
import { type IssuedKey, issuedKeySchema } from '../memory.ts';
import { read, recall } from '../need.ts';
import { type ApiKey, apiKeySchema, keepApiKey, keepApiKeys, keyGuard } from '../objects/api-key.ts';
import { hasAddress } from '../objects/person.ts';
import { keepProject, projectSchema } from '../objects/project.ts';
import { type Ask, declareChange } from '../operation.ts';
import type { Change, Inverse, Plan, Step } from '../plan.ts';
import { planOf } from '../plan-of.ts';
import { callTemplate, deleteStep } from '../step.ts';
import { keyFacts, sayOwner } from './key-state.ts';

const id = operationId('keys.revoke');

const fields = {
  key: { kind: 'key', label: 'Key', hint: 'By name, id or redacted value. Never paste a key itself.', required: true },
  withAccount: {
    kind: 'flag',
    label: 'Delete its whole service account',
    hint: 'Ends every key of that account. Needed only where OpenAI refuses to delete the key alone.',
    required: false,
  },
} as const;

const keysSchema = z.object({ data: z.array(apiKeySchema) });
const known = z.object({
  project: projectSchema,
  key: apiKeySchema.nullable(),
  issued: issuedKeySchema.nullable(),
  siblings: keysSchema.optional(),
});
type Known = z.infer<typeof known>;
type RevokeAsk = Ask<InputOf<typeof fields>>;

/** The bot made this account for this one key, so that deleting it ends the key and nothing else. */
function isOwnAccount(key: ApiKey, issued: IssuedKey | null): boolean {
  return issued !== null && issued.accountId === key.ownerId && issued.endedAt === null;
}

/** It belongs to whoever asks: their user's, or issued to them here. */
function isOwn({ requester }: RevokeAsk, { key, issued }: { key: ApiKey; issued: IssuedKey | null }): boolean {
  if (key.ownerKind === 'user') return hasAddress({ email: key.ownerEmail }, requester.openaiEmail);
  return isOwnAccount(key, issued) && issued?.ownerSlackId === requester.slackId;
}

function deletesAccount(ask: RevokeAsk, have: Pick<Known, 'key' | 'issued'>): boolean {
  if (have.key === null || have.key.ownerKind === 'user') return false;
  return ask.input.withAccount === true || isOwnAccount(have.key, have.issued);
}

function deleteKey(projectId: string, key: ApiKey): Step {
  const params = { project_id: projectId, api_key_id: key.id };
  return deleteStep({
    id: 'delete-key',
    title: `Delete the key ${key.name} (${key.redacted})`,
    call: callTemplate('DELETE /organization/projects/{project_id}/api_keys/{api_key_id}', { params }),
    read: callTemplate('GET /organization/projects/{project_id}/api_keys/{api_key_id}', { params }),
  });
}

function deleteAccount(projectId: string, key: ApiKey): Step {
  const params = { project_id: projectId, service_account_id: key.ownerId };
  return deleteStep({
    id: 'delete-account',
    title: `Delete the service account ${key.ownerName} with its keys`,
    call: callTemplate('DELETE /organization/projects/{project_id}/service_accounts/{service_account_id}', { params }),
    read: callTemplate('GET /organization/projects/{project_id}/service_accounts/{service_account_id}', { params }),
  });
}

function need(ask: RevokeAsk, have: Partial<Known>) {
  const { key } = ask.input;
  const params = { project_id: key.project.id, api_key_id: key.id };
  if (have.key === undefined) {
    return [
      read('project', {
        call: call('GET /organization/projects/{project_id}', { params: { project_id: key.project.id } }),
        keep: keepProject,
      }),
      read('key', {
        call: call('GET /organization/projects/{project_id}/api_keys/{api_key_id}', { params }),
        keep: keepApiKey,
        absent: 'null',
      }),
      recall('issued', { of: 'issued-key', keyId: key.id }),
    ];
  }
  const found = { key: have.key, issued: have.issued ?? null };
  if (have.siblings !== undefined || !deletesAccount(ask, found)) return [];
  return [
    read('siblings', {
      call: call('GET /organization/projects/{project_id}/api_keys', {
        params: { project_id: key.project.id },
        query: { owner_project_access: 'any' },
      }),
      keep: (answer) => ({ data: keepApiKeys(answer).filter((each) => each.ownerId === have.key?.ownerId) }),
      pages: 'all',
    }),
  ];
}

const lastUsed = (key: ApiKey, now: number): string =>
  key.lastUsedAt === null ? 'never used' : `last used ${roughly(now - key.lastUsedAt)} ago`;

function warningsFor(ask: RevokeAsk, have: { key: ApiKey; others: readonly ApiKey[] }): readonly string[] {
  const warnings: string[] = [];
  if (have.key.lastUsedAt !== null && ask.now - have.key.lastUsedAt < hourMs) {
    warnings.push(`In use: ${lastUsed(have.key, ask.now)}. Whatever uses it stops at once.`);
  }
  if (have.others.length > 0) {
    warnings.push(
      `Ends ${count(have.others.length, 'other key')} too: ${have.others.map((key) => key.name).join(', ')}.`,
    );
  }
  return warnings;
}

function refuseRevoking(ask: RevokeAsk, key: ApiKey | null): Refusal | null {
  if (key === null) {
    return refuse('keys.revoke.gone', {
      what: `The key ${ask.input.key.name || ask.input.key.id} does not exist any more.`,
      rule: 'Only a key that OpenAI still lists can be revoked.',
      whoCan: 'Nobody needs to do anything: it cannot be used.',
    });
  }
  if (ask.input.withAccount === true && key.ownerKind === 'user') {
    return refuse('keys.revoke.no-account', {
      what: `${key.name} belongs to a person, not to a service account.`,
      rule: 'Deleting the account is only for keys of service accounts. Leave that option out to revoke the key.',
    });
  }
  return null;
}

function changesOf(key: ApiKey, whole: boolean, others: readonly ApiKey[]): readonly Change[] {
  return [
    { label: 'Key', before: `${key.name} (${key.redacted})`, after: null },
    ...(whole ? [{ label: 'Service account', before: key.ownerName, after: null }] : []),
    ...others.map((each) => ({
      label: 'Key of the same account',
      before: `${each.name} (${each.redacted})`,
      after: null,
    })),
  ];
}

function inverseOf(project: ProjectRef, isIssuedHere: boolean): Inverse {
  const instead = isIssuedHere
    ? 'For 24 hours its owner can have it replaced by one like it.'
    : 'A new key can be issued and handed over.';
  return {
    verdict: 'none',
    sentence: `it cannot be undone: the same secret never comes back. ${instead}`,
    operation: operationId('keys.issue'),
    input: { project: { ...project } },
  };
}

/** Where OpenAI refuses to delete a key alone, its account can still be. */
const deleteItsAccount = (input: JsonObject) => ({
  label: 'Ask to delete its account',
  operation: id,
  input: { ...input, withAccount: true },
});

function plan(ask: RevokeAsk, have: Known): Plan | Refusal {
  const { key } = have;
  const refusal = refuseRevoking(ask, key);
  if (refusal !== null) return refusal;
  invariant(key !== null, 'A key that is gone was refused');
  // As OpenAI names it now: rules and production go by the name, and the input may carry an old one.
  const project = { id: have.project.id, name: have.project.name };
  const whole = deletesAccount(ask, have);
  // In an order of their own, so that a list that OpenAI sorts otherwise is no difference.
  const others = (have.siblings?.data ?? [])
    .filter((each) => each.id !== key.id)
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return planOf({
    operation: id,
    tier: 'destructive',
    title: whole ? `Revoke a key and its account in ${project.name}` : `Revoke an API key in ${project.name}`,
    gist: `${key.name} (${key.redacted}), ${lastUsed(key, ask.now)}`,
    target: whole
      ? { kind: 'account', id: key.ownerId, name: key.ownerName }
      : { kind: 'key', id: key.id, name: key.name },
    project,
    changes: changesOf(key, whole, others),
    holds: `${sayOwner(key)} · ${project.name} · created ${utcMinute(key.createdAt)} · ${lastUsed(key, ask.now)}`,
    facts: [
      ...keyFacts(key, ask.now),
      ...(have.issued === null ? [] : [{ label: 'Purpose', value: have.issued.purpose, at: ask.now }]),
    ],
    warnings: warningsFor(ask, { key, others }),
    guards: { project, key: keyGuard(key), siblings: others.map(keyGuard) },
    before: { key: { ...key }, siblings: others.map((each) => ({ ...each })) },
    steps: [whole ? deleteAccount(project.id, key) : deleteKey(project.id, key)],
    inverse: inverseOf(project, have.issued !== null),
    bounds: { own: others.length === 0 && isOwn(ask, { key, issued: have.issued }) },
    alternative:
      key.ownerKind === 'account' && !whole ? deleteItsAccount({ key: { ...ask.input.key, project } }) : null,
  });
}

export const revokeKey = declareChange({
  id,
  tier: 'destructive',
  title: 'Revoke an API key',
  summary: 'Ends a key at once. A key that was issued here goes together with the account made for it.',
  example: '/openai keys revoke nightly-eval --reason "laptop lost"',
  fields,
  callBudget: 3,
  known,
  need,
  plan,
});
