import { randomInt } from 'node:crypto';
import { digestOf } from '#domain/canonical.ts';
import type { PersonId } from '#domain/ids.ts';
import { Secret } from '#domain/secret.ts';

// Two are enough to recover, so three may burn, get lost or stay in a drawer elsewhere.
const CODES = 5;
// 16 letters out of 32 are 80 bits: nobody guesses that, so a plain hash keeps them.
const LETTERS = 16;
// Without I, L, O and U, because they are copied from paper.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function newCode(): Secret {
  const letters = Array.from({ length: LETTERS }, () => ALPHABET[randomInt(ALPHABET.length)] ?? '');
  return new Secret(letters.join('').match(/.{4}/g)?.join('-') ?? '');
}

export function newRecoveryCodes(): readonly Secret[] {
  return Array.from({ length: CODES }, newCode);
}

/** Under the person's name, so that one person's codes are worth nothing for another. Null for what is no such code. */
export function recoveryHash(person: PersonId, code: string): string | null {
  const plain = code.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{16}$/.test(plain)) return null;
  return digestOf('countersign/recovery/v1', { person, code: plain });
}
