import { isHidden } from '#approvals/confidential.ts';
import type { ConfidentialTerms } from '#approvals/confidential-terms.ts';
import type { Follows } from '#domain/follows.ts';
import { type OperationId, requestId } from '#domain/ids.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { findOperation } from '#operations/catalogue.ts';
import type { Plan } from '#operations/plan.ts';
import { refuseConfidential } from '#policy/confidential.ts';
import type { Verdict } from '#policy/verdict.ts';
import { admit } from '../admit.ts';
import { bareMatter, factsOf } from '../consult-policy.ts';
import type { House } from '../house.ts';
import type { Caller, UseCases } from '../use-cases.ts';

const what = 'This cannot be asked confidentially.';

const shownAnyway = refuse('confidential.shown-anyway', {
  what,
  rule: 'What changes this installation itself, and a key that is made for somebody, is seen by others at once.',
});

export const onlyOnQuorum = refuse('confidential.only-on-quorum', {
  what,
  rule: 'What runs without a quorum is told to everybody when it runs.',
});

/** Why this plan is never confidential, whatever the policy says. */
export const refusePlan = ({ act, delivery }: Plan): Refusal | null =>
  act !== null || delivery === 'collect' ? shownAnyway : null;

/** What undoes, changes or continues something confidential would tell of it, so it is confidential too. */
export async function isFollowingHidden(house: House, follows: Follows | null): Promise<boolean> {
  return follows !== null && isHushed(house, { changes: follows.request, input: {} });
}

/** Whether what is asked is, or is about, something that others may not hear of: then they do not hear either why it was refused. */
export async function isHushed(
  house: House,
  {
    confidential = false,
    changes,
    input,
  }: Pick<Parameters<UseCases['draft']>[0], 'confidential' | 'changes' | 'input'>,
): Promise<boolean> {
  const about = changes ?? input['request'];
  if (confidential || typeof about !== 'string') return confidential;
  const record = await house.store.read.requests.find(requestId(about));
  return record !== null && isHidden(record, house.clock.now());
}

/** Who is trusted with it: everybody who could decide now, and nobody who comes later. */
export function confidentialTerms(
  house: House,
  { requirements }: Extract<Verdict, { kind: 'permit' }>,
): ConfidentialTerms {
  const named = requirements.flatMap(({ eligible }) =>
    eligible.flatMap(({ person, slackIds }) => slackIds.slice(0, 1).map((slackId) => ({ person, slackId }))),
  );
  return { named, delayMs: house.policy().policy.confidential?.delayMs ?? 0 };
}

/** Whether a form should offer it: what the person could ask confidentially at all. */
export async function mayBeConfidential(
  house: House,
  { operationId, caller }: { readonly operationId: OperationId; readonly caller: Caller },
): Promise<boolean> {
  const person = await admit(house, caller);
  const { policy } = house.policy();
  const operation = findOperation(operationId);
  if (isRefusal(person) || policy.confidential === null || operation === null) return false;
  const facts = await factsOf(house, bareMatter(operation, person, null));
  return refuseConfidential({ policy, facts }) === null;
}
