import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { invariant } from './invariant.ts';

/** RFC 8785 canonical JSON: the same value always gives the same bytes. Throws on what JSON cannot hold (NaN, BigInt, lone surrogates). */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  invariant(text !== undefined, 'Only a JSON value has a canonical form');
  return text;
}

export function sha256(...parts: readonly (string | Uint8Array)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/**
 * SHA-256 over a versioned label and the canonical form, in lower-case hex (64 characters). The label keeps digests of different
 * kinds of thing apart: a plan can never be passed off as a request.
 */
export function digestOf(label: string, value: unknown): string {
  return sha256(`${label}\n`, canonicalJson(value)).toString('hex');
}

// Crockford's alphabet has no I, L, O, U: a short form is read out on the phone.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The first 30 bits of a digest as people compare it: `7F3K-9Q`. */
export function shortDigest(digest: string): string {
  const bits = Number.parseInt(digest.slice(0, 8), 16) >>> 2;
  let text = '';
  for (let shift = 25; shift >= 0; shift -= 5) text += ALPHABET[(bits >>> shift) & 31];
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}
