import { dayMs, utcMinute } from '#domain/instant.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { orFailed } from '../failed.ts';
import type { House } from '../house.ts';
import type { Writing } from '../ports/store.ts';
import type { Ticket } from '../ports/step-up.ts';
import { enter } from '../record.ts';
import type { SaidOutcome } from '../use-cases.ts';
import { countFailure, isLocked } from './failures.ts';
import { tellPresence } from './tell.ts';
import { findTicket, noTicket } from './tickets.ts';

// A day on which whoever lost nothing hears of it in every channel.
const WAIT_MS = dayMs;
// From its opening; whoever does not come back in two days begins anew.
const OPEN_MS = 2 * dayMs;

const notRecovered = refuse('step-up.recovery', {
  what: 'Nothing was recovered.',
  rule: 'It takes two of your five recovery codes that were not used before. After five attempts that fail, none is accepted for 15 minutes.',
});

async function accept(tx: Writing, house: House, given: { ticket: Ticket; codes: readonly string[] }) {
  const { ticket, codes } = given;
  const { person } = ticket;
  if (await isLocked(tx, house, { person })) return false;
  const hashes = new Set(codes.map((code) => house.presence.recoveryHash(person, code)));
  const known = (await tx.stepUp.recoveryCodesOf(person)).filter(({ usedAt }) => usedAt === null);
  const good = known.filter(({ hash }) => hashes.has(hash));
  if (good.length !== 2) {
    await countFailure(tx, house, { person });
    return false;
  }
  for (const { hash } of good) await tx.stepUp.useRecoveryCode(person, hash, house.clock.now());
  return true;
}

/** Who this page is for, or why it is not open. */
export async function openRecoveryPage(house: House, token: string): Promise<{ readonly name: string } | Refusal> {
  const ticket = await findTicket(house, 'recover', token);
  return ticket === null ? noTicket : { name: ticket.name };
}

/** Two recovery codes begin a waiting day, loudly; after it their person may enrol anew. Until then a reset takes it back. */
export async function beginRecovery(
  house: House,
  given: { readonly token: string; readonly codes: readonly string[] },
): Promise<SaidOutcome> {
  return orFailed(house.log, async () => {
    const ticket = await findTicket(house, 'recover', given.token);
    if (ticket === null) return noTicket;
    const done = await house.store.transact(async (tx): Promise<string | Refusal> => {
      if (!(await accept(tx, house, { ticket, codes: given.codes }))) return notRecovered;
      const now = house.clock.now();
      if (!(await tx.stepUp.useTicket(ticket.hash, now))) return noTicket;
      const { person, name, slackId } = ticket;
      const opensAt = now + WAIT_MS;
      const times = { opensAt, expiresAt: opensAt + OPEN_MS, coolingMs: 0 };
      await tx.stepUp.grantEnrolment({ person, name, origin: 'recovery', requestId: null, ...times });
      const entry = { person, name, opensAt };
      await enter(tx, house, { kind: 'step-up.recovering', who: slackId, requestId: null, what: entry });
      await tellPresence(tx, house, {
        key: `recovering:${person}:${now}`,
        text: `${name} recovers their access with two recovery codes: from ${utcMinute(opensAt)} they can enrol anew. If that is not ${name}, stop it before: /openai step-up reset.`,
        to: [slackId],
        isEverywhere: true,
      });
      return `Your recovery has begun. From ${utcMinute(opensAt)} you can enrol anew: /openai step-up page.`;
    });
    if (isRefusal(done)) return done;
    house.nudge();
    return { kind: 'done', sentence: done };
  });
}
