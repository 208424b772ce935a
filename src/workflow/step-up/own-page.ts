import { utcMinute } from '#domain/instant.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { JsonObject } from '#domain/json.ts';
import type { Requester } from '#operations/operation.ts';
import type { House } from '../house.ts';
import { type NewTicket, openTicket } from './tickets.ts';

const closed = (says: string): JsonObject => ({ to: 'nothing', url: null, says });

const nothing = closed(
  'There is no page for you just now. Ask to enrol: /openai step-up enrol. Whoever has recovery codes can recover here.',
);

async function pageOf(house: House, ticket: NewTicket, says: string): Promise<JsonObject> {
  const opened = await openTicket(house, ticket);
  return isRefusal(opened) ? closed(`${opened.what} ${opened.rule}`) : { to: ticket.purpose, url: opened.url, says };
}

/** The page that is this person's next: to enrol, if they may; else to recover, if they could. */
export async function ownPage(house: House, asker: Requester): Promise<JsonObject> {
  const { stepUp } = house.store.read;
  const now = house.clock.now();
  const who = { person: asker.personId, slackId: asker.slackId, name: asker.name };
  const [right] = await stepUp.enrolmentsOf(asker.personId, now);
  if (right !== undefined && right.opensAt > now)
    return closed(
      `Your recovery waits a day, so that everybody hears of it. You can enrol from ${utcMinute(right.opensAt)}.`,
    );
  if (right !== undefined) {
    const ticket = { enrolmentId: right.id, challenge: house.presence.newChallenge() };
    const says = 'Opens once, for ten minutes, for you alone. Do not pass the link on.';
    return pageOf(house, { purpose: 'enrol', ...who, ...ticket }, says);
  }
  const left = (await stepUp.recoveryCodesOf(asker.personId)).filter(({ usedAt }) => usedAt === null);
  if (left.length < 2) return nothing;
  const says = 'If you lost your passkey or phone: two recovery codes begin a waiting day, after which you enrol anew.';
  return pageOf(house, { purpose: 'recover', ...who }, says);
}
