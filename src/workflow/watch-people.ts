import type { BoundPerson } from '#domain/bound-person.ts';
import { revealsAt } from '#approvals/confidential.ts';
import { shortRequestId } from '#domain/ids.ts';
import { dayMs, utcMinute } from '#domain/instant.ts';
import { changeOf } from '#operations/people/match.ts';
import { keepStandings } from './emergency-desk/keep-standings.ts';
import { clashesOf } from '#policy/with-bindings.ts';
import { hiddenCause } from './confidential/hidden-cause.ts';
import type { House } from './house.ts';
import type { PlannedRequest } from './ports/requests.ts';
import type { Writing } from './ports/store.ts';
import { usersNow } from './people-now.ts';
import { raiseOwn } from './raise-own.ts';
import { enter } from './record.ts';

const who = 'system:watch-people';
// It stays so until somebody changes the file or the table; the doctor goes on saying it.
const ONCE_MS = 365 * dayMs;

/** They are suspended at once; that it is said aloud would tell of a confidential request, and waits as long as that. */
async function sayLater(tx: Writing, house: House, { bound, cause }: { bound: BoundPerson; cause: PlannedRequest }) {
  const now = house.clock.now();
  const { id, confidential } = cause.terms;
  const payload = { text: `${bound.name} is suspended since ${utcMinute(now)}, by ${shortRequestId(id)}.` };
  const notBefore = revealsAt(cause) ?? now + (confidential?.delayMs ?? 0);
  const key = `suspended:${bound.person}:${id}`;
  await tx.outbox.put({ kind: 'notice', key, lane: 'normal', payload, notBefore }, now);
}

async function suspend(house: House, bound: BoundPerson, why: string): Promise<void> {
  const cause = await hiddenCause(house, bound.openaiId);
  await house.store.transact(async (tx) => {
    if (!(await tx.people.suspend(bound.person, why, house.clock.now()))) return;
    const what = { person: bound.person, why };
    await enter(tx, house, { kind: 'person.suspended', who, requestId: cause?.terms.id ?? null, what });
    if (cause !== null) return sayLater(tx, house, { bound, cause });
    await raiseOwn(tx, house, {
      detection: 'people.changed',
      key: bound.person,
      severity: 'high',
      title: `${bound.name} is suspended: ${why}`,
      lines: [
        `${bound.name} approves nothing and owns nothing by an address until two people bind them anew.`,
        'To do: find out who changed it. If it is right, have the new state countersigned: /openai people adopt.',
      ],
      evidence: what,
      quietMs: dayMs,
      who,
    });
  });
}

/** Says once of each that the policy's file speaks of them differently, so that nobody wonders why their binding counts for nothing. */
async function tellClashes(house: House): Promise<void> {
  const clashing = clashesOf(house.policy().policy, house.bindings.people);
  if (clashing.length === 0) return;
  for (const { person, name } of clashing) {
    await house.store.transact((tx) =>
      raiseOwn(tx, house, {
        detection: 'people.clash',
        key: person,
        severity: 'medium',
        title: `The policy’s file and what two people bound differ about ${name}`,
        lines: [
          'The file wins: the binding counts for nothing.',
          'To do: take the entry out of the file, or let go of the binding with /openai people adopt.',
        ],
        evidence: { person },
        quietMs: ONCE_MS,
        who,
      }),
    );
  }
  house.nudge();
}

/** Compares everybody who is bound with Slack and OpenAI as they are now, and suspends whoever changed. */
export async function watchPeople(house: House): Promise<void> {
  await keepStandings(house);
  await tellClashes(house);
  const bound = house.bindings.people.filter(({ state }) => state === 'bound');
  if (bound.length === 0) return;
  const roster = await house.people.roster();
  if (!roster.known) return house.log.warn({ why: roster.why }, 'Who is who could not be looked at');
  const users = await usersNow(house, { priority: 'poll', cause: 'job:watch-people' });
  const changed = bound.flatMap((each) => {
    const why = changeOf(each, { accounts: roster.accounts, users });
    return why === null ? [] : [{ each, why }];
  });
  for (const { each, why } of changed) await suspend(house, each, why);
  if (changed.length === 0) return;
  await house.bindings.load(house.store.read.people);
  house.nudge();
}
