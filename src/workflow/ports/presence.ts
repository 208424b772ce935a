import type { PasskeyProof } from '#approvals/proof.ts';
import type { PersonId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import type { Secret } from '#domain/secret.ts';
import type { Passkey } from './step-up.ts';

/** Where the bot's own pages stand; a passkey made there works nowhere else. */
export interface PageAddress {
  /** `https://bot.example`; in the sandbox `http://localhost:<port>`. */
  readonly origin: string;
  /** Its host name, under which passkeys are made. */
  readonly rpId: string;
}

/** A seed as an authenticator app takes it. It is drawn once and kept only sealed. */
export interface CodeSheet {
  readonly sealed: string;
  /** To be typed: base32 in groups of four. */
  readonly text: Secret;
  /** An SVG picture of the same, to be photographed. */
  readonly svg: Secret;
  /** The same picture in characters, for a terminal. */
  readonly terminal: Secret;
}

export interface MadePasskey {
  readonly credentialId: string;
  readonly publicKey: string;
  readonly counter: number;
}

export interface Signed {
  readonly proof: PasskeyProof;
  readonly counter: number;
}

/** Everything that proves outside Slack that a person is there. */
export interface Presence {
  /** Null: this installation has no address of its own, and so no passkeys. */
  readonly pages: () => PageAddress | null;
  /** False: there is no key to seal seeds with, and so no one-time codes. */
  readonly hasCodes: boolean;
  /** What stands in a page's address; only its hash is kept. */
  readonly newTicket: () => Secret;
  readonly ticketHash: (ticket: string) => string;
  /** 32 random bytes in base64. */
  readonly newChallenge: () => string;
  /** Five codes for a day on which everything else is lost. */
  readonly newRecoveryCodes: () => readonly Secret[];
  /** Null for what cannot be such a code. */
  readonly recoveryHash: (person: PersonId, code: string) => string | null;
  readonly newSeed: (person: PersonId, name: string) => CodeSheet;
  /** The time step of a code that this seed gives now, or one step before or after; null for any other. */
  readonly codeStep: (sealed: string, person: PersonId, given: { code: string; now: Instant }) => number | null;
  /** Null unless the browser's answer is a new passkey, made for this challenge, here, by somebody who was verified. */
  readonly verifyMade: (answer: unknown, challenge: string) => Promise<MadePasskey | null>;
  /** Null unless this passkey signed this challenge, here, for somebody who was verified. */
  readonly verifySigned: (answer: unknown, challenge: string, passkey: Passkey) => Promise<Signed | null>;
  /** A challenge for whoever has not said yet who they are; base64. Fresh for a few minutes, and only until a restart. */
  readonly newSignIn: (now: Instant) => string;
  /** The challenge of a sign-in that an answer claims to sign, if it is one of ours and fresh; null otherwise. */
  readonly claimedSignIn: (answer: unknown, now: Instant) => string | null;
  /** Whether a proof that was kept still holds, for this public key and for the pages of this installation. */
  readonly stillHolds: (proof: PasskeyProof, publicKey: string) => Promise<boolean>;
  /** The id of the passkey that an answer claims to be signed with, in base64; null where it is no answer. */
  readonly claimedPasskey: (answer: unknown) => string | null;
}
