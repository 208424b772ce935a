import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { noted } from '../admit.ts';
import { orFailed } from '../failed.ts';
import type { House } from '../house.ts';
import type { HostAsk } from '../ports/host-asks.ts';
import type { Ticket } from '../ports/step-up.ts';
import type { SignOptions } from '../step-up/decide-on-page.ts';
import { findTicket, noTicket } from '../step-up/tickets.ts';
import { verifyAnswer } from '../step-up/verify-answer.ts';
import type { Failed, SaidOutcome } from '../use-cases.ts';
import { proveWish, wishChallenge } from './prove-wish.ts';

/** What was typed at the command line, as its person sees it before their passkey signs it. */
export interface WishPage {
  readonly kind: 'wish';
  readonly name: string;
  readonly ask: HostAsk;
  readonly sign: SignOptions;
}

const notSigned = refuse('host.signature', {
  what: 'Nothing was done.',
  rule: 'What the passkey signed is not this, or it is not a passkey of yours that counts.',
});

async function open(house: House, token: string): Promise<{ ticket: Ticket; ask: HostAsk } | null> {
  const ticket = await findTicket(house, 'host', token);
  const ask = ticket === null ? null : await house.store.read.hostAsks.ofTicket(ticket.hash, house.clock.now());
  return ticket === null || ask === null || ask.person.personId !== ticket.person ? null : { ticket, ask };
}

export async function openWishPage(house: House, token: string): Promise<WishPage | Refusal | Failed> {
  return orFailed(house.log, async () => {
    const opened = await open(house, token);
    const pages = house.presence.pages();
    if (opened === null || pages === null) return noTicket;
    const { ticket, ask } = opened;
    const passkeys = await house.store.read.stepUp.passkeysOf(ticket.person);
    const credentialIds = passkeys.map(({ credentialId }) => credentialId);
    const sign = { challenge: wishChallenge(house.deployment, ask), rpId: pages.rpId, credentialIds };
    return { kind: 'wish', name: ticket.name, ask, sign };
  });
}

/** Takes a passkey's signature over exactly what was typed. The page is used up by it. */
export async function signWish(
  house: House,
  given: { readonly token: string; readonly answer: unknown },
): Promise<SaidOutcome> {
  return orFailed(house.log, async () => {
    const opened = await open(house, given.token);
    if (opened === null) return noTicket;
    const { ticket, ask } = opened;
    const challenge = wishChallenge(house.deployment, ask);
    const signed = await verifyAnswer(house, { person: ticket.person, challenge, answer: given.answer });
    if (signed === null) return noted(house, { slackId: ticket.slackId, via: 'cli' }, notSigned);
    const done = await house.store.transact(async (tx) => {
      if (!(await tx.stepUp.useTicket(ticket.hash, house.clock.now()))) return noTicket;
      await tx.stepUp.counted(signed.proof.credentialId, signed.counter);
      return proveWish(tx, house, { ask, proof: signed.proof });
    });
    if (isRefusal(done)) return done;
    house.nudge();
    return { kind: 'done', sentence: 'Signed. The command line goes on by itself.' };
  });
}
