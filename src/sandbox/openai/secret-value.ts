import { createHash, randomBytes } from 'node:crypto';

import type { StoredSecret } from './organization.ts';

export type SecretPrefix = 'sk-admin-' | 'sk-proj-' | 'sk-svcacct-';

// Real keys carry this marker (base64 of "OpenAI") between two random halves of 74 characters; scanners look for it.
const MARKER = 'T3BlbkFJ';
const HALF_LENGTH = 74;

/** A new random secret in the shape of a real one. Hand it to its one reader; keep only `storedSecret` of it. */
export function mintSecret(prefix: SecretPrefix): string {
  return prefix + randomHalf() + MARKER + randomHalf();
}

/** What is kept of a secret: a form that is safe to show, and a hash to recognise it by. */
export function storedSecret(value: string): StoredSecret {
  const prefixLength = value.lastIndexOf('-', 'sk-svcacct-'.length) + 1;
  const redacted = `${value.slice(0, prefixLength + 3)}...${value.slice(-4)}`;
  return { redacted, sha256: sha256(value) };
}

/**
 * The stored form of a seeded key, of which no value exists anywhere. Derived from its id, so that it looks the same
 * after each reset.
 */
export function seededSecret(prefix: SecretPrefix, keyId: string): StoredSecret {
  const letters = sha256(keyId);
  return { redacted: `${prefix}${letters.slice(0, 3)}...${letters.slice(-4)}`, sha256: sha256(`no value: ${keyId}`) };
}

/** Hexadecimal SHA-256 of a text. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Replaces whatever looks like an API key inside a text, so that it can stand in a ledger or a message. */
export function scrubSecrets(text: string): string {
  return text.replaceAll(/sk-[A-Za-z0-9_-]{8,}/g, 'sk-***');
}

function randomHalf(): string {
  // Only letters and digits: a hyphen next to the prefix would move the place where the redacted form is cut.
  return randomBytes(4 * HALF_LENGTH)
    .toString('base64')
    .replaceAll(/[^A-Za-z0-9]/g, '')
    .slice(0, HALF_LENGTH);
}
