import { sha256 } from '#domain/canonical.ts';
import type { Instant } from '#domain/instant.ts';
import { invariant } from '#domain/invariant.ts';
import { sealBody } from './body.ts';
import type { Entry, EntryBody } from './entry.ts';

/** An entry as others refer to it. The newest one is the chain's head, which stands for everything before it. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

/** What stands as the hash before entry 1. */
export const GENESIS = '0'.repeat(64);

// Domain separation of RFC 6962: a leaf can never be passed off as an inner node of the Merkle tree (which begins with 0x01).
const LEAF = Uint8Array.of(0x00);
const SALT_BYTES = 16;

/** SHA-256(salt ‖ sealed body), the salt as its 16 bytes and the body as UTF-8. Answers lower-case hex. */
export function hashBody(saltHex: string, sealedBody: string): string {
  return sha256(Buffer.from(saltHex, 'hex'), sealedBody).toString('hex');
}

/** SHA-256(0x00 ‖ seq as 8 bytes, big-endian ‖ prev ‖ bodyHash), both hashes as their 32 bytes. Answers lower-case hex. */
export function hashEntry(entry: Pick<Entry, 'seq' | 'prev' | 'bodyHash'>): string {
  const seq = Buffer.alloc(8);
  seq.writeBigUInt64BE(BigInt(entry.seq));
  return sha256(LEAF, seq, Buffer.from(entry.prev, 'hex'), Buffer.from(entry.bodyHash, 'hex')).toString('hex');
}

/**
 * The entry that follows `previous` (null: entry 1). The salt is 16 random bytes: it keeps an erased body from being guessed, and is
 * erased with it. Times must not run backwards; who appends sees to that.
 */
export function link(
  previous: ChainHead | null,
  fresh: {
    readonly at: Instant;
    readonly requestId: string | null;
    readonly body: EntryBody;
    readonly salt: Uint8Array;
  },
): Entry {
  invariant(fresh.salt.byteLength === SALT_BYTES, 'The salt of an audit entry is 16 bytes');
  const body = sealBody(fresh.body, fresh);
  const salt = Buffer.from(fresh.salt).toString('hex');
  const seq = (previous?.seq ?? 0) + 1;
  const prev = previous?.hash ?? GENESIS;
  const bodyHash = hashBody(salt, body);
  return {
    seq,
    at: fresh.at,
    requestId: fresh.requestId,
    prev,
    hash: hashEntry({ seq, prev, bodyHash }),
    bodyHash,
    body,
    salt,
  };
}
