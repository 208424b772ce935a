import type { PersonId } from '#domain/ids.ts';
import { hourMs } from '#domain/instant.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { nameOf, slackIdsOf } from '#policy/people.ts';
import type { CodeSheet } from '../ports/presence.ts';
import { foundingOf } from '../founding/record-founding.ts';
import type { Reading, Writing } from '../ports/store.ts';
import type { Enrolment } from '../ports/step-up.ts';
import { enter } from '../record.ts';
import { type EnrolledNow, keepSeed } from './enrol.ts';
import type { Keeper } from './keeper.ts';
import { tellPresence } from './tell.ts';
import { openTicket } from './tickets.ts';

// Two people, because everything later needs a second one; a third at the host would be a way round that.
const FOUNDERS = 2;
// Whoever stands at the host has the person beside them, or on the phone.
const OPEN_MS = hourMs;

const unknown = (person: string): Refusal =>
  refuse('step-up.host.unknown', {
    what: `The policy knows nobody called ${person}.`,
    rule: 'Name somebody as the policy does under people:, with a Slack account.',
  });

const enough = refuse('step-up.host.enough', {
  what: 'Nobody was enrolled.',
  rule: 'Two people have enrolled already, so whoever comes later asks in Slack (/openai step-up enrol) and a second person agrees.',
});

async function enrolledPeople(tx: Writing): Promise<ReadonlySet<PersonId>> {
  const all = [...(await tx.stepUp.passkeys()), ...(await tx.stepUp.seeds())];
  return new Set(all.map(({ person }) => person));
}

const notYet = refuse('step-up.host.not-founded', {
  what: 'Nothing was done.',
  rule: 'This installation is not founded: two people confirm it first, with the button in the channel of the approvals.',
});

/** Whoever sets an installation up alone could otherwise enrol as two people before a second one has looked at it. */
export async function refuseUnfounded(read: Pick<Reading, 'meta' | 'requests'>): Promise<Refusal | null> {
  return (await foundingOf(read)) === 'open' ? notYet : null;
}

/** The right to enrol here: for the first two people, or for one whose enrolment was approved in Slack. */
export async function grantOnHost(keeper: Keeper, person: PersonId): Promise<Enrolment | Refusal> {
  const { policy } = keeper.policy();
  const accounts = slackIdsOf(policy, person);
  if (accounts.length === 0) return unknown(person);
  return keeper.store.transact(async (tx) => {
    const now = keeper.clock.now();
    const [approved] = (await tx.stepUp.enrolmentsOf(person, now)).filter(({ opensAt }) => opensAt <= now);
    if (approved !== undefined) return approved;
    const enrolled = await enrolledPeople(tx);
    if (enrolled.size >= FOUNDERS || enrolled.has(person)) return enough;
    const name = nameOf(policy, person);
    const times = { opensAt: now, expiresAt: now + OPEN_MS, coolingMs: 0 };
    const enrolment = await tx.stepUp.grantEnrolment({ person, name, origin: 'host', requestId: null, ...times });
    const what = { person, name, until: now + OPEN_MS, origin: 'host' };
    await enter(tx, keeper, { kind: 'step-up.granted', who: 'system:host', requestId: null, what });
    await tellPresence(tx, keeper, {
      key: `host:${enrolment.id}`,
      text: `Somebody on the host let ${name} enrol (countersign enrol). If nobody knows of this, look at who can log in there.`,
      to: accounts,
    });
    return enrolment;
  });
}

/** The address of the page on which this person enrols. */
export async function pageOnHost(keeper: Keeper, enrolment: Enrolment): Promise<string | Refusal> {
  const { person, name, id } = enrolment;
  const [slackId] = slackIdsOf(keeper.policy().policy, person);
  if (slackId === undefined) return unknown(person);
  const lifeMs = Math.max(0, enrolment.expiresAt - keeper.clock.now());
  const challenge = keeper.presence.newChallenge();
  const about = { enrolmentId: id, challenge, lifeMs: Math.min(lifeMs, OPEN_MS) };
  const opened = await openTicket(keeper, { purpose: 'enrol', person, slackId, name, ...about });
  return isRefusal(opened) ? opened : opened.url;
}

/** Keeps the seed that was shown in the terminal, once its first code was typed there. */
export function codesOnHost(
  keeper: Keeper,
  given: { enrolment: Enrolment; sheet: CodeSheet; code: string },
): Promise<EnrolledNow | Refusal> {
  const { enrolment, sheet, code } = given;
  return keeper.store.transact((tx) => keepSeed(tx, keeper, { enrolment, ticket: null, sealed: sheet.sealed, code }));
}
