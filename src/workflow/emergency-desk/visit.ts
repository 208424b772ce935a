import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { noted } from '../admit.ts';
import type { House } from '../house.ts';
import { findTicket, noTicket } from '../step-up/tickets.ts';
import { type AtDesk, standAtDesk } from './stand-at-desk.ts';
import { withoutSlack } from './without-slack.ts';

/** Whoever signed in a few minutes ago, looked at anew, with the house as it is for them. */
export interface Visit extends AtDesk {
  readonly house: House;
}

export async function visitOf(house: House, token: string): Promise<Visit | Refusal> {
  const ticket = await findTicket(house, 'desk', token);
  if (ticket === null) return { ...noTicket, rule: 'The desk stays open for ten minutes. Sign in again.' };
  const at = await standAtDesk(house, ticket.person);
  if (isRefusal(at)) return noted(house, { slackId: ticket.slackId, via: 'desk' }, at);
  return { ...at, house: at.lastWordAt === null ? house : withoutSlack(house) };
}
