import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { canonicalJson } from '#domain/canonical.ts';
import { Fault } from '#domain/fault.ts';
import type { PersonId } from '#domain/ids.ts';
import { Secret } from '#domain/secret.ts';

// The sizes for which AES-GCM is specified: a random nonce of 96 bits, a tag of 128.
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** Whose, and what for: sealed for one, it opens for nobody else. */
export interface SealedFor {
  readonly person: PersonId;
  readonly purpose: 'code-seed';
}

export interface Seal {
  close(secret: Secret, what: SealedFor): string;
  open(sealed: string, what: SealedFor): Secret;
}

const boundTo = (what: SealedFor): Buffer => Buffer.from(canonicalJson({ v: 1, ...what }));

/** Seals what must be read again but never lie open in the database: AES-256-GCM, bound to its person and purpose. `key` is base64. */
export function createSeal(key: Secret): Seal {
  const derive = (purpose: string): Buffer =>
    Buffer.from(
      hkdfSync('sha256', Buffer.from(key.reveal(), 'base64'), '', `countersign/seal/v1/${purpose}`, KEY_BYTES),
    );
  return {
    close(secret, what) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', derive(what.purpose), nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(boundTo(what));
      const text = Buffer.concat([cipher.update(secret.reveal(), 'utf8'), cipher.final()]);
      return ['v1', ...[nonce, text, cipher.getAuthTag()].map((part) => part.toString('base64'))].join('.');
    },
    open(sealed, what) {
      const [version, nonce = '', text = '', tag = ''] = sealed.split('.');
      try {
        if (version !== 'v1') throw new Error('Not of this version');
        const bytes = [nonce, text, tag].map((part) => Buffer.from(part, 'base64'));
        const [iv = Buffer.alloc(0), body = Buffer.alloc(0), authTag = Buffer.alloc(0)] = bytes;
        const options = { authTagLength: TAG_BYTES };
        const decipher = createDecipheriv('aes-256-gcm', derive(what.purpose), iv, options);
        decipher.setAAD(boundTo(what));
        decipher.setAuthTag(authTag);
        return new Secret(Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8'));
      } catch (cause) {
        const sentence =
          'Something sealed does not open: COUNTERSIGN_SEAL_KEY is not the one it was sealed with, or it was changed.';
        throw new Fault('secret.unsealable', sentence, { cause });
      }
    },
  };
}
