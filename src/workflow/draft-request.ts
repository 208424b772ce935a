import { decideBy, draftLifeMs, longWorkMs, pauseFor } from '#approvals/deadline.ts';
import { digestOfTerms } from '#approvals/digest.ts';
import type { Warrant } from '#approvals/warrant.ts';
import type { Follows } from '#domain/follows.ts';
import type { JsonObject } from '#domain/json.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { Operation, Requester } from '#operations/operation.ts';
import type { Plan } from '#operations/plan.ts';
import type { Verdict } from '#policy/verdict.ts';
import { clickContext } from './click-context.ts';
import { beneficiaryOf, consultPolicy, matterOfPlan } from './consult-policy.ts';
import { gather } from './gather.ts';
import type { House } from './house.ts';
import { drawPicture } from './draw-picture.ts';
import { changeOf } from './change-request.ts';
import { checkInput } from './check-input.ts';
import { admit, noted } from './admit.ts';
import { orFailed } from './failed.ts';
import type { PlannedRequest } from './ports/requests.ts';
import { tellRequester } from './record.ts';
import { findWarrant } from './warrants/find-warrant.ts';
import { refuseAgain } from './refuse-flood.ts';
import type { Caller, DraftOutcome, UseCases } from './use-cases.ts';

interface Draft {
  readonly operation: Operation;
  readonly input: JsonObject;
  readonly reason: string;
  readonly requester: Requester;
  readonly caller: Caller;
  readonly follows: Follows | null;
  /** The link to the incident, where somebody declares an emergency. */
  readonly emergency: { readonly incident: string | null } | null;
}

function termsOf(
  house: House,
  draft: Draft & {
    plan: Plan;
    verdict: Extract<Verdict, { kind: 'permit' }>;
    id: PlannedRequest['terms']['id'];
    warrant: Warrant;
  },
): PlannedRequest['terms'] {
  const { requester, plan, verdict } = draft;
  const now = house.clock.now();
  const until = decideBy(now, house.policy().policy.decideWithinMs);
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
    // Plan-only keeps things from being sent; an act of the house sends nothing.
    mode: plan.act === null ? verdict.mode : 'on',
    requirements: verdict.requirements.map(({ count, from }) => ({ count, from })),
    manner: verdict.manner,
    safeguards: verdict.safeguards,
    warrant: draft.warrant,
    decideBy: until,
    pauseMs: pauseFor(now, until),
    nonce: house.dice.nonce(),
  };
}

async function planAndJudge(house: House, draft: Draft): Promise<PlannedRequest | Refusal> {
  const { operation, input, reason, requester } = draft;
  const id = house.dice.requestId();
  const ask = { input, requester, requestId: id, reason, now: house.clock.now() };
  const known = await gather(house, { operation, ask, context: clickContext(draft.caller, `request:${id}`) });
  if (isRefusal(known)) return known;
  const plan = operation.plan(ask, known);
  if (isRefusal(plan)) return plan;
  const matter = matterOfPlan(operation, { requester, plan, reason, follows: draft.follows });
  const verdict = await consultPolicy(house, matter);
  if (verdict.kind === 'deny') return verdict.refusal;
  const warrant = await findWarrant(house, { ...draft, plan, matter });
  if (isRefusal(warrant)) return warrant;
  const terms = termsOf(house, { ...draft, plan, verdict, id, warrant });
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

/** What an undo or the like stands for: the other operation, its input checked like a person's own. */
async function follow(house: House, draft: Draft): Promise<Draft | Refusal> {
  const { operation, input, reason, requester } = draft;
  const { redirect } = operation;
  if (redirect === null) return draft;
  const ask = { input, requester, requestId: house.dice.requestId(), reason, now: house.clock.now() };
  const context = clickContext(draft.caller);
  const known = await gather(house, { operation, ask, context });
  if (isRefusal(known)) return known;
  const to = redirect.to(ask, known);
  if (isRefusal(to)) return to;
  const checked = checkInput({ operationId: to.operation, input: to.input, reason }, 'change');
  return isRefusal(checked)
    ? checked
    : { ...draft, ...checked, follows: { as: redirect.as, request: redirect.of(ask) } };
}

/** Plans a change and keeps it as a draft that only its requester sees. Nothing is asked of anybody yet. */
export async function draftRequest(house: House, ask: Parameters<UseCases['draft']>[0]): Promise<DraftOutcome> {
  const requester = await admit(house, ask.caller);
  if (isRefusal(requester)) return requester;
  const checked = checkInput(ask, 'change');
  if (isRefusal(checked)) return noted(house, ask.caller, checked);
  return orFailed(house.log, async () => {
    const begun = house.clock.now();
    const follows = await changeOf(house, { ...ask, requester });
    if (isRefusal(follows)) return noted(house, ask.caller, follows);
    const { caller, emergency = null } = ask;
    const draft = await follow(house, { ...checked, requester, caller, follows, emergency });
    if (isRefusal(draft)) return noted(house, ask.caller, draft);
    const record = await planAndJudge(house, draft);
    if (isRefusal(record)) return noted(house, ask.caller, record);
    const again = await refuseAgain(house, house.store.read.requests, record);
    if (again !== null) return noted(house, ask.caller, again);
    const isLong = house.clock.now() - begun > longWorkMs;
    await house.store.transact(async (tx) => {
      await tx.requests.insert(record);
      if (isLong) await tellRequester(tx, house, record);
    });
    if (isLong) house.nudge();
    return { kind: 'drafted', picture: await drawPicture(house, record) };
  });
}
