import type { PersonId, SlackUserId } from '#domain/ids.ts';
import { askedSentence } from '#policy/consent.ts';
import type { Manner } from '#policy/policy.ts';
import { isAtLeast, type StepUp } from '#policy/safeguards.ts';
import { anyManner, seat, type Table } from '#policy/seating.ts';
import type { Requirement } from '#policy/verdict.ts';
import type { AskedRequirement, Decision } from './request.ts';

export interface QuorumFacts {
  /** With the people who are eligible now, by fresh evidence. */
  readonly requirements: readonly Requirement[];
  readonly decisions: readonly Pick<Decision, 'kind' | 'person' | 'slackId' | 'digest' | 'proof' | 'at'>[];
  /** Digest of the request. */
  readonly digest: string;
  readonly requester: { readonly personId: PersonId; readonly slackId: SlackUserId };
  readonly beneficiary: PersonId | null;
  /** The proof of presence that an approval needs; a denial needs none. Left out: none. */
  readonly stepUp?: StepUp;
  /** How approvals have to be given; absent where nothing is asked of that. With `inOrder`, decisions stand in the order of their time. */
  readonly manner?: Pick<Manner, 'differentUnit' | 'inOrder'>;
}

export interface Quorum {
  readonly met: boolean;
  /** People whose approval is needed and given; sorted. */
  readonly counted: readonly PersonId[];
  readonly missing: readonly AskedRequirement[];
  /** Somebody eligible said no; that ends it, whatever else was said. */
  readonly deniedBy: PersonId | null;
  readonly ignored: readonly { readonly person: PersonId; readonly why: Ignored }[];
}

export type Ignored =
  | 'no-proof'
  | 'other-digest'
  | 'requester'
  | 'beneficiary'
  | 'not-eligible'
  | 'too-early'
  | 'same-unit'
  | 'not-needed';

/**
 * Counts people, never accounts, rows or groups: each approval serves one requirement, for this digest, by somebody who qualifies
 * now. Nothing asked is never met. The order of decisions makes no difference, unless one requirement has to wait for the other.
 */
export function countQuorum(given: QuorumFacts): Quorum {
  const facts = { ...given, requirements: given.requirements.map((one) => withoutRequester(one, given.requester)) };
  const judged = facts.decisions.map((decision) => ({ decision, why: whyIgnored(decision, facts) }));
  const heard = judged.flatMap(({ decision, why }) => (why === null ? [decision] : []));
  const deniers = heard.filter(({ kind }) => kind === 'deny').map(({ person }) => person);
  const deniedBy = deniers.toSorted()[0] ?? null;
  const approvers = heard.filter(({ kind }) => kind === 'approve');

  const { requirements } = facts;
  const manner = given.manner ?? anyManner;
  const tables = requirements.map(({ count, eligible }) => ({
    count,
    candidates: eligible.filter((one) => approvers.some((approver) => holds([one], approver))),
    pool: eligible.length,
  }));
  const said = [...new Set(approvers.map(({ person }) => person))];
  const { taken, empty } = seat(tables, manner, said);
  const counted = taken.flat().toSorted();
  const missing = requirements.flatMap(({ from }, i) => {
    const open = empty[i] ?? 0;
    return open > 0 ? [{ count: open, from }] : [];
  });
  const isSound =
    requirements.length > 0 && requirements.every(({ count }) => Number.isSafeInteger(count) && count >= 1);
  return {
    met: isSound && missing.length === 0 && deniedBy === null,
    counted,
    missing,
    deniedBy,
    ignored: leftOut(judged, counted, (person) => whySpare(tables, { manner, empty, counted }, person)),
  };
}

/** Both must be satisfied: what was asked when the request was made and what the policy asks now. */
export function stricter(then: Quorum, now: Quorum): Quorum {
  const missing = new Map<string, AskedRequirement>();
  for (const one of [...then.missing, ...now.missing]) {
    const key = one.from.toSorted().join();
    if ((missing.get(key)?.count ?? 0) < one.count) missing.set(key, one);
  }
  return {
    met: then.met && now.met,
    counted: [...new Set([...then.counted, ...now.counted])].toSorted(),
    missing: [...missing.values()],
    deniedBy: then.deniedBy ?? now.deniedBy,
    ignored: then.ignored.filter((one) => now.ignored.some((other) => one.person === other.person)),
  };
}

/** `1 person from approvers`; empty if nobody is missing. */
export function missingSentence(missing: readonly AskedRequirement[]): string {
  return askedSentence(missing);
}

type Cast = QuorumFacts['decisions'][number];

function whyIgnored(
  decision: Cast,
  { digest, requester, beneficiary, requirements, stepUp = 'none' }: QuorumFacts,
): Ignored | null {
  if (decision.person === requester.personId || decision.slackId === requester.slackId) return 'requester';
  if (decision.person === beneficiary) return 'beneficiary';
  if (decision.digest !== digest) return 'other-digest';
  if (decision.kind === 'approve' && !isAtLeast(decision.proof, stepUp)) return 'no-proof';
  return requirements.some(({ eligible }) => holds(eligible, decision)) ? null : 'not-eligible';
}

// By person and account: a decision stays with the human who made it, even if the account belongs to somebody else by now.
// And by time: whoever stands in for others says nothing that counts before their moment.
function holds(eligible: Requirement['eligible'], { person, slackId, at }: Pick<Cast, 'person' | 'slackId' | 'at'>) {
  return eligible.some(
    ({ since = 0, ...one }) => one.person === person && one.slackIds.includes(slackId) && at >= since,
  );
}

// Evidence about who is eligible should have left the requester out already; here it is made sure, by account.
function withoutRequester(requirement: Requirement, { personId, slackId }: QuorumFacts['requester']): Requirement {
  const isOther = (one: Requirement['eligible'][number]) => one.person !== personId && !one.slackIds.includes(slackId);
  return { ...requirement, eligible: requirement.eligible.filter(isOther) };
}

/** Why somebody who may approve is not counted: it was not their turn, somebody of their unit is, or enough others are. */
function whySpare(
  tables: readonly Table[],
  {
    manner,
    empty,
    counted,
  }: { manner: Pick<Manner, 'differentUnit' | 'inOrder'>; empty: readonly number[]; counted: readonly PersonId[] },
  person: PersonId,
): Ignored {
  const theirs = tables.flatMap(({ candidates }, i) =>
    candidates.filter((one) => one.person === person).map((one) => ({ ...one, i })),
  );
  const units = tables.flatMap(({ candidates }) =>
    candidates.filter((one) => counted.includes(one.person)).map(({ unit }) => unit),
  );
  if (manner.differentUnit && theirs.some(({ unit }) => units.includes(unit))) return 'same-unit';
  return manner.inOrder && theirs.some(({ i }) => (empty[i] ?? 0) > 0) ? 'too-early' : 'not-needed';
}

function leftOut(
  judged: readonly { decision: Cast; why: Ignored | null }[],
  counted: readonly PersonId[],
  whySpareOf: (person: PersonId) => Ignored,
): Quorum['ignored'] {
  const ignored = judged.flatMap(({ decision, why }): Quorum['ignored'] => {
    if (why !== null) return [{ person: decision.person, why }];
    const isSpare = decision.kind === 'approve' && !counted.includes(decision.person);
    return isSpare ? [{ person: decision.person, why: whySpareOf(decision.person) }] : [];
  });
  return ignored.toSorted((one, other) => (`${one.person} ${one.why}` < `${other.person} ${other.why}` ? -1 : 1));
}
