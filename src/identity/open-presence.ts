import { randomBytes } from 'node:crypto';
import { sha256 } from '#domain/canonical.ts';
import { invariant } from '#domain/invariant.ts';
import { Secret } from '#domain/secret.ts';
import type { PageAddress, Presence } from '#workflow/ports/presence.ts';
import { codeStep, newSeed } from './codes.ts';
import { claimedPasskey, proofHolds, verifyMade, verifySigned } from './passkeys.ts';
import { newRecoveryCodes, recoveryHash } from './recovery-codes.ts';
import { createSeal } from './seal.ts';
import { createSignIns } from './sign-ins.ts';

// Nobody guesses 256 bits, and a hash of them needs no salt.
const RANDOM_BYTES = 32;

/** `sealKey` is 32 bytes in base64; without it there are no one-time codes, and without an address no passkeys. */
export function openPresence(options: {
  readonly pages: () => PageAddress | null;
  readonly sealKey: Secret | null;
}): Presence {
  const { pages, sealKey } = options;
  const seal = sealKey === null ? null : createSeal(sealKey);
  const signIns = createSignIns();
  return {
    pages,
    hasCodes: seal !== null,
    // Hexadecimal never reads like a key (`sk-…`).
    newTicket: () => new Secret(randomBytes(RANDOM_BYTES).toString('hex')),
    ticketHash: (ticket) => sha256('countersign/ticket/v1\n', ticket).toString('hex'),
    newChallenge: () => randomBytes(RANDOM_BYTES).toString('base64'),
    newRecoveryCodes,
    recoveryHash,
    newSeed(person, name) {
      invariant(seal !== null, 'A seed is made only where it can be sealed');
      return newSeed(seal, person, name);
    },
    codeStep: (sealed, person, given) =>
      seal === null ? null : codeStep(seal.open(sealed, { person, purpose: 'code-seed' }), given),
    newSignIn: (now) => signIns.make(now),
    claimedSignIn: (answer, now) => signIns.claimed(answer, now),
    async stillHolds(proof, publicKey) {
      const at = pages();
      return at?.origin === proof.origin && at.rpId === proof.rpId && (await proofHolds(proof, publicKey));
    },
    claimedPasskey,
    async verifyMade(answer, challenge) {
      const at = pages();
      return at === null ? null : verifyMade(answer, challenge, at);
    },
    async verifySigned(answer, challenge, passkey) {
      const at = pages();
      return at === null ? null : verifySigned(answer, { challenge, at, passkey });
    },
  };
}
