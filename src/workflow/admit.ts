import { isHidden } from '#approvals/confidential.ts';
import { type OperationId, operationId, type SlackUserId } from '#domain/ids.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { type Instant, minuteMs } from '#domain/instant.ts';
import type { Requester } from '#operations/operation.ts';
import { emailOf, personOf } from '#policy/people.ts';
import type { House } from './house.ts';
import type { PlannedRequest } from './ports/requests.ts';
import type { Quiet } from './refusal-ledger.ts';
import type { StandingCode } from './ports/people.ts';
import type { Caller } from './use-cases.ts';

/** Evidence about a person is good for a minute; what decides something asks again. */
export const evidenceMs = minuteMs;

const sentences: Readonly<Record<StandingCode, string>> = {
  guest: 'Guests of this workspace cannot use Countersign.',
  bot: 'Only people can use Countersign, not bots or workflows.',
  deactivated: 'This Slack account is deactivated.',
  'other-workspace': 'People from other workspaces cannot use Countersign.',
  invited: 'This Slack account was invited but has not joined yet.',
  'unknown-user': 'Slack does not know this account.',
  unproven: 'Slack did not say whether this account is a full member.',
  'slack-unreachable':
    'Slack could not be asked whether this account is a full member, so the answer is no. Try again in a minute.',
};

function standingRefusal(code: StandingCode): Refusal {
  return refuse(`person.${code}`, {
    what: 'You cannot do this here.',
    rule: sentences[code],
    whoCan: 'Any full member of this workspace.',
  });
}

export function requesterOf(house: House, slackId: SlackUserId, name: string): Requester {
  const { policy } = house.policy();
  const person = personOf(policy, slackId);
  return { slackId, personId: person, name, openaiEmail: emailOf(policy, person) };
}

/** What nothing but confirming gets past before two people have confirmed an installation. */
export const notFounded = refuse('founding.open', {
  what: 'This cannot be done yet.',
  rule: 'A new installation does nothing until two people have confirmed it with the button in the channel of the approvals.',
  whoCan: 'Anybody whom the policy lists under people can confirm it.',
});

/** What tells how the installation is doing, and so helps somebody decide whether to confirm it. */
const told = new Set<OperationId>(
  ['organization.doctor', 'organization.status', 'policy.show'].map((id) => operationId(id)),
);

/** `admit` for whoever asks for this operation: reads about the installation are answered before it is founded. */
export async function admitTo(house: House, caller: Caller, operation: OperationId): Promise<Requester | Refusal> {
  if (!told.has(operation)) return admit(house, caller);
  const admitted = await admitAnyway(house, caller, evidenceMs);
  return isRefusal(admitted) ? admitted : admitted.person;
}

/**
 * The first thing every use case does. A refusal is noted for the audit chain here, so that no door forgets it; nor does one forget that an
 * installation nobody has confirmed does nothing.
 */
export async function admit(house: House, caller: Caller, maxAgeMs: number = evidenceMs): Promise<Requester | Refusal> {
  const admitted = await admitSeen(house, caller, maxAgeMs);
  return isRefusal(admitted) ? admitted : admitted.person;
}

/** The same, with the moment of which Slack's word about this person is. */
export async function admitSeen(house: House, caller: Caller, maxAgeMs: number): Promise<Admitted | Refusal> {
  const admitted = await admitAnyway(house, caller, maxAgeMs);
  return isRefusal(admitted) || house.founding.isDone() ? admitted : noted(house, caller, notFounded);
}

interface Admitted {
  readonly person: Requester;
  readonly seenAt: Instant;
}

/** Whether this person may use the bot at all, be the installation founded or not. */
export async function admitAnyway(house: House, caller: Caller, maxAgeMs: number): Promise<Admitted | Refusal> {
  const standing = await house.people.standing(caller.slackId, maxAgeMs);
  if (standing.kind === 'refused') return noted(house, caller, standingRefusal(standing.code));
  return { person: requesterOf(house, caller.slackId, standing.name), seenAt: standing.at };
}

/** For what follows by itself from something a person did: had they been refused, that was noted then. */
export async function admitAgain(house: House, { slackId }: Caller): Promise<Requester | Refusal> {
  const standing = await house.people.standing(slackId, evidenceMs);
  return standing.kind === 'member' ? requesterOf(house, slackId, standing.name) : standingRefusal(standing.code);
}

/** Whoever is refused, and whether channels may hear of it. */
interface Refused extends Pick<Caller, 'slackId' | 'via'> {
  readonly quiet?: Quiet;
}

/** Notes a refusal of a known person and gives it back. */
export function noted(house: House, { slackId, via, quiet = null }: Refused, refusal: Refusal): Refusal {
  house.refusals.note({ who: slackId, via, refusal, at: house.clock.now(), quiet });
  return refusal;
}

/** Somebody in front of a request. What they are refused about one that is confidential is kept as it is. */
export function before(house: House, caller: Caller, record: PlannedRequest): Refused {
  return isHidden(record, house.clock.now()) ? { ...caller, quiet: record.terms.id } : caller;
}
