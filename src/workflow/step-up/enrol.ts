import type { Secret } from '#domain/secret.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { utcMinute } from '#domain/instant.ts';
import type { Instant } from '#domain/instant.ts';
import { orFailed } from '../failed.ts';
import type { House } from '../house.ts';
import type { CodeSheet } from '../ports/presence.ts';
import type { Writing } from '../ports/store.ts';
import type { Enrolment, Ticket } from '../ports/step-up.ts';
import { enter } from '../record.ts';
import type { Failed } from '../use-cases.ts';
import type { Keeper } from './keeper.ts';
import { tellPresence } from './tell.ts';
import { findTicket, noTicket } from './tickets.ts';

/** What the page offers: a passkey, codes, or both. */
export interface EnrolmentPage {
  readonly kind: 'enrolment';
  readonly name: string;
  readonly coolingMs: number;
  readonly hasCodes: boolean;
  /** What a browser needs to make a passkey; base64. */
  readonly make: {
    readonly challenge: string;
    readonly rpId: string;
    readonly userId: string;
    readonly known: readonly string[];
  };
}

/** Enrolled, with the recovery codes that are shown this once. */
export interface EnrolledNow {
  readonly kind: 'enrolled';
  readonly what: 'passkey' | 'codes';
  readonly countsFrom: Instant;
  readonly recoveryCodes: readonly Secret[];
}

const notMade = refuse('step-up.not-made', {
  what: 'The passkey was not enrolled.',
  rule: 'The browser’s answer is not a new passkey for this page. Try again, or use another device.',
});

const wrongCode = refuse('step-up.first-code', {
  what: 'The codes were not enrolled.',
  rule: 'The code is not the one that the app shows now. Scan the picture once more and type the newest code.',
});

interface Opened {
  readonly ticket: Ticket;
  readonly enrolment: Enrolment;
}

async function open(house: House, token: string): Promise<Opened | null> {
  const ticket = await findTicket(house, 'enrol', token);
  if (ticket === null) return null;
  const now = house.clock.now();
  const rights = await house.store.read.stepUp.enrolmentsOf(ticket.person, now);
  const enrolment = rights.find(({ id, opensAt }) => id === ticket.enrolmentId && opensAt <= now);
  return enrolment === undefined ? null : { ticket, enrolment };
}

export async function openEnrolmentPage(house: House, token: string): Promise<EnrolmentPage | Refusal | Failed> {
  return orFailed(house.log, async () => {
    const opened = await open(house, token);
    const pages = house.presence.pages();
    if (opened === null || pages === null) return noTicket;
    const { person, name, challenge } = opened.ticket;
    const known = (await house.store.read.stepUp.passkeysOf(person)).map(({ credentialId }) => credentialId);
    const userId = Buffer.from(`${house.deployment}:${person}`).toString('base64');
    const make = { challenge: challenge ?? '', rpId: pages.rpId, userId, known };
    const { hasCodes } = house.presence;
    return { kind: 'enrolment', name, coolingMs: opened.enrolment.coolingMs, hasCodes, make };
  });
}

/** What every way of enrolling ends with, in the transaction that keeps the new credential. */
async function concludeEnrolment(
  tx: Writing,
  house: Keeper,
  done: { enrolment: Enrolment; ticket: Ticket | null; what: EnrolledNow['what']; proofOf: Record<string, string> },
): Promise<EnrolledNow | null> {
  const { enrolment, ticket, what } = done;
  const now = house.clock.now();
  if (ticket !== null && !(await tx.stepUp.useTicket(ticket.hash, now))) return null;
  if (!(await tx.stepUp.useEnrolment(enrolment.id, now))) return null;
  const { person, name, origin } = enrolment;
  const countsFrom = now + enrolment.coolingMs;
  const recoveryCodes = house.presence.newRecoveryCodes();
  const hashes = recoveryCodes.flatMap((code) => house.presence.recoveryHash(person, code.reveal()) ?? []);
  await tx.stepUp.putRecoveryCodes(person, hashes);
  await tx.stepUp.putFailures(person, { count: 0, lockedUntil: null });
  const { requestId } = enrolment;
  const entry = { person, name, with: what, origin, countsFrom, request: requestId, ...done.proofOf };
  await enter(tx, house, { kind: 'step-up.enrolled', who: `person:${person}`, requestId, what: entry });
  const when = enrolment.coolingMs === 0 ? 'at once' : `from ${utcMinute(countsFrom)}`;
  const words = what === 'passkey' ? 'a passkey' : 'one-time codes';
  await tellPresence(tx, house, {
    key: `enrolled:${person}:${now}`,
    text: `${name} enrolled ${words} (${origin}); it counts ${when}. If that was not ${name}: /openai step-up reset, and /openai freeze person until then.`,
    to: ticket === null ? [] : [ticket.slackId],
  });
  return { kind: 'enrolled', what, countsFrom, recoveryCodes };
}

/** Keeps the passkey that a browser made for this page. */
export async function enrolPasskey(
  house: House,
  given: { readonly token: string; readonly answer: unknown },
): Promise<EnrolledNow | Refusal | Failed> {
  return orFailed(house.log, async () => {
    const opened = await open(house, given.token);
    if (opened === null || opened.ticket.challenge === null) return noTicket;
    const { ticket, enrolment } = opened;
    const made = await house.presence.verifyMade(given.answer, opened.ticket.challenge);
    if (made === null) return notMade;
    const { person, origin, coolingMs } = enrolment;
    const enrolledAt = house.clock.now();
    const passkey = { ...made, person, origin, enrolledAt, countsFrom: enrolledAt + coolingMs };
    const { credentialId, publicKey } = made;
    const done = await house.store
      .transact(async (tx) => {
        const concluded = await concludeEnrolment(tx, house, {
          enrolment,
          ticket,
          what: 'passkey',
          proofOf: { credentialId, publicKey },
        });
        if (concluded === null) return noTicket;
        // A passkey that somebody has already cannot become a second person's; nothing of the above is kept then.
        if (!(await tx.stepUp.insertPasskey(passkey))) throw new KnownPasskey();
        return concluded;
      })
      .catch((error: unknown) => {
        if (error instanceof KnownPasskey) return notMade;
        throw error;
      });
    if (!isRefusal(done)) house.nudge();
    return done;
  });
}

class KnownPasskey extends Error {
  override readonly name = 'KnownPasskey';
}

/** A new seed for whoever has this page; nothing is kept until its first code was typed. */
export async function offerCodes(house: House, token: string): Promise<CodeSheet | Refusal | Failed> {
  return orFailed(house.log, async () => {
    const opened = await open(house, token);
    if (opened === null || !house.presence.hasCodes) return noTicket;
    return house.presence.newSeed(opened.ticket.person, opened.ticket.name);
  });
}

/** Keeps a seed that was offered, once its first code proves that the app has it. */
export async function enrolCodes(
  house: House,
  given: { readonly token: string; readonly sealed: string; readonly code: string },
): Promise<EnrolledNow | Refusal | Failed> {
  return orFailed(house.log, async () => {
    const opened = await open(house, given.token);
    if (opened === null || !house.presence.hasCodes) return noTicket;
    const { ticket, enrolment } = opened;
    const done = await house.store.transact((tx) => keepSeed(tx, house, { ...given, enrolment, ticket }));
    if (!isRefusal(done)) house.nudge();
    return done;
  });
}

export async function keepSeed(
  tx: Writing,
  house: Keeper,
  given: { enrolment: Enrolment; ticket: Ticket | null; sealed: string; code: string },
): Promise<EnrolledNow | Refusal> {
  const { enrolment, ticket, sealed, code } = given;
  const { person, origin, coolingMs } = enrolment;
  const now = house.clock.now();
  const lastStep = house.presence.codeStep(sealed, person, { code, now });
  if (lastStep === null) return wrongCode;
  const done = await concludeEnrolment(tx, house, { enrolment, ticket, what: 'codes', proofOf: {} });
  if (done === null) return noTicket;
  await tx.stepUp.putSeed({ person, sealed, lastStep, origin, enrolledAt: now, countsFrom: now + coolingMs });
  return done;
}
