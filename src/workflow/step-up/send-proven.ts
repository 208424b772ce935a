import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { admit, noted } from '../admit.ts';
import { drawPicture } from '../draw-picture.ts';
import { orFailed } from '../failed.ts';
import type { House } from '../house.ts';
import type { PlannedRequest } from '../ports/requests.ts';
import type { Ticket } from '../ports/step-up.ts';
import { submitRequest } from '../submit-request.ts';
import { typeToConfirm } from '../type-to-confirm.ts';
import type { ActOutcome, Caller, Failed, UseCases } from '../use-cases.ts';
import type { DecisionPage } from './decide-on-page.ts';
import { ownChallenge } from './own-proof.ts';
import { proveCode } from './prove-code.ts';
import { findTicket, noTicket } from './tickets.ts';
import { verifyAnswer } from './verify-answer.ts';

const notSigned = refuse('break-glass.signature', {
  what: 'The glass was not broken.',
  rule: 'What the passkey signed is not this request, or it is not a passkey of yours that counts.',
});

/** Sends a draft; one that comes with a one-time code is proven by it first. */
export async function sendWithCode(house: House, asked: Parameters<UseCases['submit']>[0]): Promise<ActOutcome> {
  const { code = '', ...ask } = asked;
  if (code === '') return submitRequest(house, ask);
  const person = await admit(house, ask.caller);
  if (isRefusal(person)) return person;
  const proof = await orFailed(house.log, () => proveCode(house, { person: person.personId, code }));
  house.nudge();
  if (isRefusal(proof)) return noted(house, ask.caller, proof);
  return proof.kind === 'failed' ? proof : submitRequest(house, ask, proof);
}

async function open(house: House, token: string): Promise<{ ticket: Ticket; record: PlannedRequest } | null> {
  const ticket = await findTicket(house, 'send', token);
  if (ticket === null || ticket.requestId === null) return null;
  const record = await house.store.read.requests.find(ticket.requestId);
  return record === null || record.digest !== ticket.digest ? null : { ticket, record };
}

/** What the page shows of an emergency before its requester signs it. */
export async function openSendingPage(house: House, token: string): Promise<DecisionPage | Refusal | Failed> {
  return orFailed(house.log, async () => {
    const opened = await open(house, token);
    const pages = house.presence.pages();
    if (opened === null || pages === null) return noTicket;
    const { ticket, record } = opened;
    const passkeys = await house.store.read.stepUp.passkeysOf(ticket.person);
    const credentialIds = passkeys.map(({ credentialId }) => credentialId);
    const sign = { challenge: ownChallenge(house, record), rpId: pages.rpId, credentialIds };
    return { kind: 'decision', name: ticket.name, picture: await drawPicture(house, record), sign };
  });
}

/** Breaks the glass with a passkey's signature over exactly this request. The page is used up by it. */
export async function sendOnPage(
  house: House,
  given: { readonly token: string; readonly answer: unknown },
): Promise<ActOutcome> {
  return orFailed(house.log, async () => {
    const opened = await open(house, given.token);
    if (opened === null) return noTicket;
    const { ticket, record } = opened;
    const { slackId, person } = ticket;
    const caller: Caller = { slackId, teamId: null, via: 'page', deliveryKey: `ticket:${ticket.hash}` };
    const signed = await verifyAnswer(house, { person, challenge: ownChallenge(house, record), answer: given.answer });
    if (signed === null) return noted(house, caller, notSigned);
    const used = await house.store.transact(async (tx) => {
      await tx.stepUp.counted(signed.proof.credentialId, signed.counter);
      return tx.stepUp.useTicket(ticket.hash, house.clock.now());
    });
    if (!used) return noTicket;
    // A signature over the digest says more than a name that was typed.
    const typedName = typeToConfirm(house, record);
    return submitRequest(house, { requestId: record.terms.id, typedName, caller }, signed.proof);
  });
}
