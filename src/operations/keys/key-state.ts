import { z } from 'zod';
import type { OperationId } from '#domain/ids.ts';
import { hourMs, type Instant, utcMinute } from '#domain/instant.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { call } from '../call.ts';
import type { KeyRef } from '../field.ts';
import { issuedScopesSchema } from '../memory.ts';
import { type Need, read, recall } from '../need.ts';
import { type ApiKey, apiKeySchema, keepApiKey, keyGuard } from '../objects/api-key.ts';
import { projectSchema } from '../objects/project.ts';
import type { PlanFact } from '../plan.ts';
import { needInside, projectGuard } from '../projects/inside.ts';
import { whenUsed } from './describe-key.ts';

export const KEY_PATH = '/organization/projects/{project_id}/api_keys/{api_key_id}';

/** A key as it stands, and what it may do as far as we know. */
export const knownKeyState = z.object({
  project: projectSchema,
  key: apiKeySchema.nullable(),
  scopes: issuedScopesSchema.nullable(),
});
export type KeyState = z.infer<typeof knownKeyState>;

export const readKey = (ref: KeyRef): Need =>
  read('key', {
    call: call(`GET ${KEY_PATH}`, { params: { project_id: ref.project.id, api_key_id: ref.id } }),
    keep: keepApiKey,
    absent: 'null',
  });

export function needKeyState(ref: KeyRef, have: Partial<KeyState>): readonly Need[] | Refusal {
  return needInside(have, {
    family: 'keys',
    ref: ref.project,
    rest: () =>
      have.key === undefined ? [readKey(ref), recall('scopes', { of: 'issued-scopes', keyId: ref.id })] : [],
  });
}

interface Asked {
  readonly id: OperationId;
  readonly ref: KeyRef;
  readonly now: Instant;
}

/** The key, unless it is gone or has ended: nothing about such a key can be changed. */
export function usableKey({ id, ref, now }: Asked, key: ApiKey | null): ApiKey | Refusal {
  if (key === null) {
    return refuse(`${id}.gone`, {
      what: `The key ${ref.name || ref.id} does not exist any more.`,
      rule: 'Only a key that OpenAI still lists can be changed.',
      whoCan: 'Nobody needs to do anything: it cannot be used.',
    });
  }
  if (key.expiresAt !== null && key.expiresAt <= now) {
    return refuse(`${id}.expired`, {
      what: `The key ${key.name} ended at ${utcMinute(key.expiresAt)}.`,
      rule: 'OpenAI changes nothing about a key that has ended.',
      whoCan: 'Nobody. Ask for a new key.',
    });
  }
  return key;
}

export const sayOwner = (key: ApiKey): string =>
  key.ownerKind === 'user' ? (key.ownerEmail ?? key.ownerName) : `service account ${key.ownerName}`;

/** Who has the key and whether it is used, in one line. */
export function sayKey(key: ApiKey, now: Instant): string {
  return `${sayOwner(key)} · created ${utcMinute(key.createdAt)} · last used ${whenUsed(key.lastUsedAt, now)}`;
}

export function keyFacts(key: ApiKey, now: Instant): readonly PlanFact[] {
  return [
    { label: 'Owner', value: sayOwner(key), at: now },
    { label: 'Created', value: utcMinute(key.createdAt), at: now },
    { label: 'Last used', value: key.lastUsedAt === null ? 'never' : utcMinute(key.lastUsedAt), at: now },
  ];
}

/** Somebody uses it just now, and will notice. */
export function warnKeyInUse(key: ApiKey, now: Instant): readonly string[] {
  if (key.lastUsedAt === null || now - key.lastUsedAt >= hourMs) return [];
  // Keys are checked against a cache (OpenAI API reference, 2026-11).
  return [`In use: last used ${whenUsed(key.lastUsedAt, now)}. What it may no longer do fails within minutes.`];
}

/** What may not have changed meanwhile. Scopes as we know them: nobody can read them. */
export function keyStateGuard({ project, scopes }: KeyState, key: ApiKey) {
  return {
    project: projectGuard(project),
    key: { ...keyGuard(key), expiresAt: key.expiresAt },
    scopes: scopes === null ? null : { are: scopes.scopes, paused: scopes.isPaused },
  };
}
