import { decisionChallenge } from '#approvals/decision-challenge.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { noted } from '../admit.ts';
import { drawPicture } from '../draw-picture.ts';
import { orFailed } from '../failed.ts';
import type { House } from '../house.ts';
import type { RequestPicture } from '../picture.ts';
import type { PlannedRequest } from '../ports/requests.ts';
import type { Ticket } from '../ports/step-up.ts';
import { recordDecision } from '../record-decision.ts';
import type { ActOutcome, Caller, Failed } from '../use-cases.ts';
import { findTicket, noTicket } from './tickets.ts';
import { verifyAnswer } from './verify-answer.ts';

/** What a browser needs to ask for a signature of one of these passkeys. */
export interface SignOptions {
  /** In base64. */
  readonly challenge: string;
  readonly rpId: string;
  readonly credentialIds: readonly string[];
}

export interface DecisionPage {
  readonly kind: 'decision';
  readonly name: string;
  readonly picture: RequestPicture;
  readonly sign: SignOptions;
}

const notSigned = refuse('step-up.signature', {
  what: 'Your approval was not recorded.',
  rule: 'What the passkey signed is not this decision, or it is not a passkey of yours that counts.',
});

interface Opened {
  readonly ticket: Ticket;
  readonly record: PlannedRequest;
  readonly challenge: string;
}

/** The request that a page is about, as long as it still is the one that its person was shown. */
async function open(house: House, token: string): Promise<Opened | null> {
  const ticket = await findTicket(house, 'decide', token);
  if (ticket === null || ticket.requestId === null) return null;
  const record = await house.store.read.requests.find(ticket.requestId);
  if (record === null || record.digest !== ticket.digest) return null;
  const { digest } = record;
  const signed = { requestId: ticket.requestId, digest, decision: 'approve', person: ticket.person } as const;
  return { ticket, record, challenge: decisionChallenge({ deployment: house.deployment, ...signed }) };
}

/** What the page shows: the request from the record, and what has to be signed for it. */
export async function openDecisionPage(house: House, token: string): Promise<DecisionPage | Refusal | Failed> {
  return orFailed(house.log, async () => {
    const opened = await open(house, token);
    const pages = house.presence.pages();
    if (opened === null || pages === null) return noTicket;
    const { ticket, record, challenge } = opened;
    const passkeys = await house.store.read.stepUp.passkeysOf(ticket.person);
    const credentialIds = passkeys.map(({ credentialId }) => credentialId);
    const sign = { challenge, rpId: pages.rpId, credentialIds };
    return { kind: 'decision', name: ticket.name, picture: await drawPicture(house, record), sign };
  });
}

/** Approves with a passkey's signature over exactly this decision. The page is used up by it. */
export async function decideOnPage(
  house: House,
  given: { readonly token: string; readonly answer: unknown; readonly comment: string },
): Promise<ActOutcome> {
  return orFailed(house.log, async () => {
    const opened = await open(house, given.token);
    if (opened === null) return noTicket;
    const { ticket, record, challenge } = opened;
    // One delivery a page: the vote's own transaction claims it, so that a page that is sent twice votes once.
    const deliveryKey = `ticket:${ticket.hash}`;
    const caller: Caller = { slackId: ticket.slackId, teamId: null, via: 'page', deliveryKey };
    const signed = await verifyAnswer(house, { person: ticket.person, challenge, answer: given.answer });
    if (signed === null) return noted(house, caller, notSigned);
    const about = { requestId: record.terms.id, kind: 'approve', digest: record.digest } as const;
    const outcome = await recordDecision(house, { ...about, comment: given.comment, caller }, signed.proof);
    if (!isRefusal(outcome) && outcome.kind === 'done') {
      await house.store.transact(async (tx) => {
        await tx.stepUp.useTicket(ticket.hash, house.clock.now());
        await tx.stepUp.counted(signed.proof.credentialId, signed.counter);
      });
    }
    return outcome;
  });
}
