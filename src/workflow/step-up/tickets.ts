import { minuteMs } from '#domain/instant.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { House } from '../house.ts';
import type { Ticket, TicketPurpose } from '../ports/step-up.ts';
import type { Keeper } from './keeper.ts';

// Long enough to read a page and reach for a phone; whoever needs longer opens it again.
const LIFE_MS = 10 * minuteMs;

const paths: Readonly<Record<TicketPurpose, string>> = {
  decide: 'approve',
  enrol: 'enrol',
  recover: 'recover',
  desk: 'desk',
  host: 'host',
  send: 'send',
};

const noPages = refuse('step-up.no-pages', {
  what: 'This installation has no pages.',
  rule: 'Passkeys need an address of its own, which the operator sets with COUNTERSIGN_PUBLIC_URL.',
});

export const noTicket = refuse('step-up.ticket', {
  what: 'This page is not open any more.',
  rule: 'Such a page opens once, for one person and a few minutes. Open it anew from Slack.',
});

export type NewTicket = Pick<Ticket, 'purpose' | 'person' | 'slackId' | 'name'> &
  Partial<Pick<Ticket, 'requestId' | 'digest' | 'enrolmentId' | 'challenge'>> & { readonly lifeMs?: number };

/** A page for one person, open for a few minutes. Answers what stands in its address, whole. */
export async function openTicket(
  house: Keeper,
  { lifeMs = LIFE_MS, ...wanted }: NewTicket,
): Promise<{ readonly url: string; readonly token: string } | Refusal> {
  const pages = house.presence.pages();
  if (pages === null) return noPages;
  const token = house.presence.newTicket().reveal();
  const ticket: Ticket = {
    requestId: null,
    digest: null,
    enrolmentId: null,
    challenge: null,
    ...wanted,
    hash: house.presence.ticketHash(token),
    expiresAt: house.clock.now() + lifeMs,
  };
  await house.store.transact((tx) => tx.stepUp.putTicket(ticket));
  return { url: `${pages.origin}/${paths[ticket.purpose]}/${token}`, token };
}

/** The ticket behind an address, if it is open and for this purpose. */
export async function findTicket(house: House, purpose: TicketPurpose, token: string): Promise<Ticket | null> {
  const hash = house.presence.ticketHash(token);
  const ticket = await house.store.read.stepUp.ticket(hash, house.clock.now());
  return ticket?.purpose === purpose ? ticket : null;
}
