import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { noted } from '../admit.ts';
import type { House } from '../house.ts';
import { silentPeople } from '../ports/silent-people.ts';
import { findTicket, noTicket } from '../step-up/tickets.ts';
import { type AtDesk, refuseWithoutDesk, standAtDesk } from './stand-at-desk.ts';

/** Whoever signed in a few minutes ago, looked at anew. Where Slack did not answer about them, their house does not ask it again for each request. */
export interface Visit extends AtDesk {
  readonly house: House;
}

export async function visitOf(house: House, token: string): Promise<Visit | Refusal> {
  const no = refuseWithoutDesk(house);
  if (no !== null) return no;
  const ticket = await findTicket(house, 'desk', token);
  if (ticket === null) return { ...noTicket, rule: 'The desk stays open for ten minutes. Sign in again.' };
  const at = await standAtDesk(house, ticket.person);
  if (isRefusal(at)) return noted(house, { slackId: ticket.slackId, via: 'desk' }, at);
  return { ...at, house: at.lastWordAt === null ? house : { ...house, people: silentPeople(house.clock) } };
}
