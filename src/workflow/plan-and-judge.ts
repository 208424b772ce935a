import { decideBy, draftLifeMs, pauseFor } from '#approvals/deadline.ts';
import { digestOfTerms } from '#approvals/digest.ts';
import type { Warrant } from '#approvals/warrant.ts';
import type { Follows } from '#domain/follows.ts';
import type { Instant } from '#domain/instant.ts';
import type { JsonObject } from '#domain/json.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { Operation, Requester } from '#operations/operation.ts';
import type { Plan } from '#operations/plan.ts';
import { clickContext } from './click-context.ts';
import { aboutWhom } from './confidential/about-whom.ts';
import { confidentialTerms, isFollowingHidden, onlyOnQuorum, refusePlan } from './confidential/ask-confidentially.ts';
import { refuseHere, tierHere } from './as-here.ts';
import { beneficiaryOf, consultPolicy, type Matter, matterOfPlan } from './consult-policy.ts';
import { type Judged, judgeAtDesk } from './emergency-desk/judge-at-desk.ts';
import { gather } from './gather.ts';
import { withLookAlikes } from './look-alike-targets.ts';
import { withIdentityWarnings } from './identity-warnings.ts';
import type { House } from './house.ts';
import type { PlannedRequest } from './ports/requests.ts';
import type { Caller } from './use-cases.ts';
import { findWarrant } from './warrants/find-warrant.ts';
import { whyPlanned } from './rollout/held-now.ts';
import { refuseUnenrolled } from './step-up/refuse-unenrolled.ts';

const noHourAlone = refuse('at.only-on-quorum', {
  what: 'This cannot be asked for an hour.',
  rule: 'What runs without a quorum runs at once, or not at all.',
});

/** What somebody wants, before it is planned. */
export interface Draft {
  readonly operation: Operation;
  readonly input: JsonObject;
  readonly reason: string;
  readonly requester: Requester;
  readonly caller: Caller;
  readonly follows: Follows | null;
  /** To be kept from everybody but those who decide. */
  readonly confidential: boolean;
  /** The link to the incident, where somebody declares an emergency. */
  readonly emergency: { readonly incident: string | null } | null;
  /** Planned for this moment instead of now, because somebody has seen it as it was then. */
  readonly at?: Instant;
  /** The hour before which nothing is to be sent. */
  readonly notBefore?: Instant | undefined;
  /** Asked for at the desk, by somebody whom a passkey has proven: the policy's list of the desk judges it. */
  readonly isAtDesk?: true;
}

function termsOf(
  house: House,
  draft: Draft & Judged & { plan: Plan; isTyped: boolean; id: PlannedRequest['terms']['id'] },
): PlannedRequest['terms'] {
  const { requester, plan, verdict, notBefore } = draft;
  const now = house.clock.now();
  const { policy } = house.policy();
  const held = whyPlanned(draft, verdict);
  const until = decideBy(now, policy.decideWithinMs, { policy, requirements: verdict.requirements });
  return {
    id: draft.id,
    deployment: house.deployment,
    organization: house.organization,
    input: draft.input,
    reason: draft.reason,
    requester: { slackId: requester.slackId, personId: requester.personId, name: requester.name },
    beneficiary: beneficiaryOf(house, plan.beneficiaryEmail),
    barred: plan.barred ?? [],
    follows: draft.follows,
    plan,
    rule: verdict.rule,
    policyDigest: house.policy().digest,
    ...(held === null ? { mode: 'on' } : { mode: 'plan-only', held }),
    requirements: verdict.requirements.map(({ eligible: _whoNow, ...asked }) => asked),
    manner: verdict.manner,
    safeguards: draft.isTyped ? { ...verdict.safeguards, typed: true } : verdict.safeguards,
    warrant: draft.warrant,
    // Approved after its hour it would be carried out at another; and an hour does not wait for an answer.
    decideBy: notBefore === undefined ? until : Math.min(until, notBefore),
    pauseMs: notBefore === undefined ? pauseFor(now, until) : 0,
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(draft.confidential ? { confidential: confidentialTerms(house, verdict) } : {}),
    nonce: house.dice.nonce(),
  };
}

/** The plan as it stands in this organization: its tier, what looks alike, and whoever must not hear of it. */
async function planHere(house: House, planned: Plan, { requester, confidential }: Draft): Promise<Plan | Refusal> {
  const { policy } = house.policy();
  const never = refuseHere(policy, planned) ?? (confidential ? refusePlan(planned) : null);
  if (never !== null) return never;
  const plan = withIdentityWarnings(house, { ...planned, tier: tierHere(policy, planned) }, requester.personId);
  if (!confidential) return plan;
  return { ...plan, barred: [...new Set([...(plan.barred ?? []), ...(await aboutWhom(house, plan))])] };
}

/** What the policy says to a plan, and on whose word it may be carried out. */
async function judgePlan(house: House, draft: Draft, of: { plan: Plan; matter: Matter }): Promise<Judged | Refusal> {
  const verdict = await consultPolicy(house, of.matter);
  if (verdict.kind === 'deny') return verdict.refusal;
  const warrant = await findWarrant(house, { ...draft, ...of, stepUp: verdict.safeguards.stepUp });
  if (isRefusal(warrant)) return warrant;
  // Only a quorum is asked for approvals: a standing order was countersigned before, and whoever breaks the glass proves their own presence.
  const unenrolled = warrant.by === 'quorum' ? await refuseUnenrolled(house, verdict) : null;
  if (unenrolled !== null) return unenrolled;
  return refuseAlone(draft, warrant) ?? { verdict, warrant };
}

/** Why what runs without a quorum cannot be asked for like this. */
function refuseAlone({ notBefore, confidential }: Draft, { by }: Warrant): Refusal | null {
  if (by === 'quorum') return null;
  if (confidential) return onlyOnQuorum;
  return notBefore === undefined ? null : noHourAlone;
}

/** Reads what the plan needs, plans, and asks the policy. Nothing is kept and nobody is asked. */
export async function planAndJudge(house: House, asked: Draft): Promise<PlannedRequest | Refusal> {
  const { operation, input, reason, requester } = asked;
  const draft = { ...asked, confidential: asked.confidential || (await isFollowingHidden(house, asked.follows)) };
  const id = house.dice.requestId();
  const ask = { input, requester, requestId: id, reason, now: draft.at ?? house.clock.now() };
  const known = await gather(house, { operation, ask, context: clickContext(draft.caller, `request:${id}`) });
  if (isRefusal(known)) return known;
  const planned = operation.plan(ask, known);
  if (isRefusal(planned)) return planned;
  const here = await planHere(house, planned, draft);
  if (isRefusal(here)) return here;
  const { plan, isTyped } = await withLookAlikes(house.store.read, here);
  const matter = {
    ...matterOfPlan(operation, { requester, plan, reason, follows: draft.follows }),
    confidential: draft.confidential,
  };
  const judged = await (draft.isAtDesk === true
    ? judgeAtDesk(house, matter)
    : judgePlan(house, draft, { plan, matter }));
  if (isRefusal(judged)) return judged;
  const terms = termsOf(house, { ...draft, plan, isTyped, ...judged, id });
  const now = house.clock.now();
  return {
    terms,
    digest: digestOfTerms(terms),
    state: 'draft',
    revision: 0,
    pausedMs: 0,
    attempt: 0,
    createdAt: now,
    deadline: now + draftLifeMs,
    readyAt: null,
    endedAt: null,
    outcome: '',
  };
}
