import type { Proof } from '#approvals/proof.ts';
import type { PersonId, RequestId, SlackUserId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';

/** Where the right to enrol came from. */
export type EnrolmentOrigin = 'host' | 'request' | 'recovery';

interface Enrolled {
  readonly person: PersonId;
  readonly origin: EnrolmentOrigin;
  readonly enrolledAt: Instant;
  /** What is proven with it counts from then on. */
  readonly countsFrom: Instant;
}

/** A passkey of one person. Bytes are in plain base64. */
export interface Passkey extends Enrolled {
  readonly credentialId: string;
  /** COSE, as the authenticator gave it. */
  readonly publicKey: string;
  /** How often it says it has signed; many always say 0. */
  readonly counter: number;
}

/** What one-time codes of one person are computed from; sealed, and never the same for two people. */
export interface CodeSeed extends Enrolled {
  readonly sealed: string;
  /** The time step of the last code that was accepted; only later ones can be. */
  readonly lastStep: number;
}

/** Codes that were not accepted in a row. */
export interface Failures {
  readonly count: number;
  readonly lockedUntil: Instant | null;
}

export interface RecoveryCode {
  readonly hash: string;
  readonly usedAt: Instant | null;
}

/** Somebody's right to enrol a passkey or codes once, in a window of time. */
export interface Enrolment {
  readonly id: number;
  readonly person: PersonId;
  readonly name: string;
  readonly origin: EnrolmentOrigin;
  readonly requestId: RequestId | null;
  readonly opensAt: Instant;
  readonly expiresAt: Instant;
  /** How long after enrolling it does not count yet. */
  readonly coolingMs: number;
}

export type TicketPurpose = 'decide' | 'enrol' | 'recover' | 'desk' | 'host' | 'send';

/** Opens one page for one person, for a few minutes. Only the hash of what stands in its address is kept. */
export interface Ticket {
  readonly hash: string;
  readonly purpose: TicketPurpose;
  readonly person: PersonId;
  readonly slackId: SlackUserId;
  readonly name: string;
  /** Of a decision: which request, and the digest of what the person was shown. */
  readonly requestId: RequestId | null;
  readonly digest: string | null;
  readonly enrolmentId: number | null;
  /** What the browser has to sign, where that is by chance; base64. */
  readonly challenge: string | null;
  readonly expiresAt: Instant;
}

/** What was proven with a decision. A decision that was dropped and taken anew has two; the newest counts. */
export interface KeptProof {
  readonly person: PersonId;
  readonly proof: Proof;
  readonly at: Instant;
}

export interface StepUpReader {
  /** Oldest first. */
  proofsOf(request: RequestId): Promise<readonly KeptProof[]>;
  /** Every passkey that was not taken back, oldest first. */
  passkeys(): Promise<readonly Passkey[]>;
  passkeysOf(person: PersonId): Promise<readonly Passkey[]>;
  passkey(credentialId: string): Promise<Passkey | null>;
  seeds(): Promise<readonly CodeSeed[]>;
  seedOf(person: PersonId): Promise<CodeSeed | null>;
  failuresOf(person: PersonId): Promise<Failures>;
  recoveryCodesOf(person: PersonId): Promise<readonly RecoveryCode[]>;
  /** What this person may still enrol by, newest first. */
  enrolmentsOf(person: PersonId, now: Instant): Promise<readonly Enrolment[]>;
  /** Null once it was used or its time is over. */
  ticket(hash: string, now: Instant): Promise<Ticket | null>;
}

export interface StepUpWriter extends StepUpReader {
  keepProof(request: RequestId, kept: KeptProof): Promise<void>;
  /** False if this passkey is known already, of whomever. */
  insertPasskey(passkey: Passkey): Promise<boolean>;
  counted(credentialId: string, counter: number): Promise<void>;
  /** Takes the place of what the person had. */
  putSeed(seed: CodeSeed): Promise<void>;
  /** The one use of a code: false if this step, or a later one, was used before. */
  useStep(person: PersonId, timeStep: number): Promise<boolean>;
  putFailures(person: PersonId, failures: Failures): Promise<void>;
  /** Takes the place of the ones before. */
  putRecoveryCodes(person: PersonId, hashes: readonly string[]): Promise<void>;
  /** False if it is none of this person, or was used. */
  useRecoveryCode(person: PersonId, hash: string, at: Instant): Promise<boolean>;
  grantEnrolment(enrolment: Omit<Enrolment, 'id'>): Promise<Enrolment>;
  /** False if it was used, or its time is not now. */
  useEnrolment(id: number, at: Instant): Promise<boolean>;
  putTicket(ticket: Ticket): Promise<void>;
  /** False if it was used or its time is over. */
  useTicket(hash: string, at: Instant): Promise<boolean>;
  /** Takes everything back with which a person could prove anything, and every right to enrol. */
  reset(person: PersonId, at: Instant): Promise<void>;
  forgetTickets(before: Instant): Promise<void>;
}
