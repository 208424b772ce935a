import { onlyNamed } from '#approvals/confidential.ts';
import { countQuorum, type Quorum, type QuorumFacts, stricter } from '#approvals/quorum.ts';
import type { Decision } from '#approvals/request.ts';
import type { Standpoint } from '#approvals/standpoint.ts';
import { findOperation } from '#operations/catalogue.ts';
import { type Absence, absenceFrom } from '#policy/absence.ts';
import { asksForOwners } from '#policy/asks-for.ts';
import { requirementsNow } from '#policy/eligible.ts';
import { evaluate } from '#policy/evaluate.ts';
import type { PolicyFacts } from '#policy/facts.ts';
import { projectOwners } from '#policy/membership.ts';
import type { Manner } from '#policy/policy.ts';
import type { Scene } from '#policy/scene.ts';
import type { StepUp } from '#policy/safeguards.ts';
import { anyManner } from '#policy/seating.ts';
import type { Requirement, Verdict } from '#policy/verdict.ts';
import { invariant } from '#domain/invariant.ts';
import { tierHere } from './as-here.ts';
import { factsOf, factsUnder, type Matter, matterOfPlan } from './consult-policy.ts';
import type { House } from './house.ts';
import type { PlannedRequest } from './ports/requests.ts';
import { safeguardsNow } from './when-ready.ts';

/**
 * Who counts for a request right now. Two sets of requirements have to be met: what was asked when the request was made, with today's
 * members of those groups, and what the policy in force asks today. The stricter one therefore wins whichever way a policy moved.
 */
export interface Electorate {
  /** With whoever could decide under the policy of that day and can under the one in force. */
  readonly asked: readonly Requirement[];
  readonly today: Verdict;
  /** Groups whose members Slack, or OpenAI of its owners, did not tell; they hold nobody, which proves nothing about anybody. */
  readonly unread: readonly string[];
  /** What it was made from. */
  readonly scene: Scene;
}

type AskedThen = Pick<Electorate, 'asked' | 'unread'>;

const unreadOf = ({ members }: PolicyFacts): readonly string[] =>
  Object.keys(members).filter((name) => members[name]?.known !== true);

/** Who could have decided under the policy of that day; null where it is the one in force, or was never kept. */
async function askedThen(
  house: House,
  { terms }: PlannedRequest,
  today: { readonly matter: Matter; readonly facts: PolicyFacts },
): Promise<AskedThen | null> {
  if (terms.policyDigest === house.policy().digest) return null;
  const kept = await house.store.read.policies.byDigest(terms.policyDigest);
  if (kept === null) return null;
  const { members, beneficiary } = await factsUnder(house, kept.policy, today.matter);
  const facts = { ...today.facts, members, beneficiary };
  const asked = requirementsNow({ policy: kept.policy, facts }, terms.requirements, terms.manner);
  return { asked, unread: unreadOf(facts) };
}

/**
 * Whoever was added to a group since decides on nothing that was asked for before: a requester could otherwise have a friend added, and be
 * approved by them. Whoever left a group since does not decide either.
 */
function onlyBoth(now: readonly Requirement[], then: readonly Requirement[]): readonly Requirement[] {
  return now.map((requirement, i) => ({
    ...requirement,
    eligible: requirement.eligible.flatMap(({ person, slackIds, ...rest }) => {
      const before = then[i]?.eligible.find((one) => one.person === person);
      const both = slackIds.filter((id) => before?.slackIds.includes(id) === true);
      const since = Math.max(rest.since ?? 0, before?.since ?? 0);
      return both.length === 0 ? [] : [{ person, slackIds: both, ...rest, ...(since === 0 ? {} : { since }) }];
    }),
  }));
}

export async function electorateOf(house: House, record: PlannedRequest): Promise<Electorate> {
  const { terms } = record;
  const operation = findOperation(terms.plan.operation);
  invariant(operation !== null, 'A stored request names an operation of the catalogue');
  const { policy } = house.policy();
  const made = { id: terms.id, createdAt: record.createdAt };
  // What is protected by now is critical by now.
  const plan = { ...terms.plan, tier: tierHere(policy, terms.plan) };
  const matter = { ...matterOfPlan(operation, { ...terms, plan }), made };
  const facts = await factsOf(house, matter);
  const scene = { policy, facts };
  const now = requirementsNow(scene, terms.requirements, terms.manner);
  const then = await askedThen(house, record, { matter, facts });
  const lacksOwners = terms.plan.project !== null && asksForOwners(policy) && !facts.projectOwners.known;
  const unread = [...unreadOf(facts), ...(then?.unread ?? []), ...(lacksOwners ? [projectOwners] : [])];
  const asked = then === null ? now : onlyBoth(now, then.asked);
  const today = evaluate(policy, facts);
  return { asked: trusted(terms, asked), today: ofTrusted(terms, today), unread, scene };
}

/** Of a confidential request nobody counts who was not named when it was made: they do not even know of it. */
function trusted(terms: PlannedRequest['terms'], requirements: readonly Requirement[]): readonly Requirement[] {
  return requirements.map((one) => ({ ...one, eligible: onlyNamed(terms, one.eligible) }));
}

function ofTrusted(terms: PlannedRequest['terms'], verdict: Verdict): Verdict {
  return verdict.kind === 'deny' ? verdict : { ...verdict, requirements: trusted(terms, verdict.requirements) };
}

/** What could not be asked, and of whom. */
export function unreadSentence(unread: Electorate['unread']): string {
  const groups = unread.filter((name) => name !== projectOwners);
  const owners = groups.length < unread.length;
  const ofSlack = groups.length === 0 ? [] : [`Slack could not be asked who is in ${groups.join(' and ')}.`];
  return [...ofSlack, ...(owners ? ['OpenAI could not be asked who owns the project.'] : [])].join(' ');
}

/** Why a person is not among those who decide, as far as the groups say; null where they do not say. */
export function absenceOf(electorate: Electorate, who: Standpoint['who']): Absence | null {
  const today = electorate.today.kind === 'permit' ? electorate.today.requirements : [];
  const groups = [...electorate.asked, ...today].flatMap(({ from }) => from);
  return absenceFrom(electorate.scene, groups, { person: who.personId, slackId: who.slackId });
}

interface Asked {
  readonly requirements: readonly Requirement[];
  readonly manner: Manner;
}

interface Cast {
  readonly record: PlannedRequest;
  readonly decisions: QuorumFacts['decisions'];
  readonly stepUp: StepUp;
}

function count({ record, decisions, stepUp }: Cast, { requirements, manner }: Asked): Quorum {
  const { requester, beneficiary } = record.terms;
  return countQuorum({ requirements, decisions, digest: record.digest, requester, beneficiary, stepUp, manner });
}

/** One quorum for what was asked then, and one for what is asked today, if anything may be asked today. */
export function quorumsOf(
  record: PlannedRequest,
  electorate: Electorate,
  decisions: QuorumFacts['decisions'],
): readonly [Quorum, ...Quorum[]] {
  const { manner = anyManner } = record.terms;
  const { asked, today } = electorate;
  const cast = { record, decisions, stepUp: safeguardsNow(record, electorate).stepUp };
  const then = count(cast, { requirements: asked, manner });
  return today.kind === 'deny' ? [then] : [then, count(cast, today)];
}

/** The quorum under both sets of requirements; where the policy denies today, nothing is met. */
export function quorumOf(record: PlannedRequest, electorate: Electorate, decisions: readonly Decision[]): Quorum {
  const [then, now] = quorumsOf(record, electorate, decisions);
  return now === undefined ? { ...then, met: false } : stricter(then, now);
}

/** One person in front of a request, as the approvals room looks at them. */
export function standpointOf(
  house: House,
  electorate: Electorate,
  seen: { record: PlannedRequest; decisions: readonly Decision[]; who: Standpoint['who'] },
): Standpoint {
  const today = electorate.today.kind === 'permit' ? electorate.today.requirements : [];
  const requirements = [...electorate.asked, ...today];
  return { ...seen, requirements, policy: house.policy().policy, now: house.clock.now() };
}

/** Everybody who could still add to the quorum or end it. */
export function electors(electorate: Electorate): readonly Requirement['eligible'][number][] {
  const today = electorate.today.kind === 'permit' ? electorate.today.requirements : [];
  const all = [...electorate.asked, ...today].flatMap((requirement) => requirement.eligible);
  return [...new Map(all.map((eligible) => [eligible.person, eligible])).values()];
}
