import type { PersonId } from '#domain/ids.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { brakesOn } from './evaluate.ts';
import type { PolicyFacts } from './facts.ts';
import { modeOf } from './live.ts';
import { matchRule } from './match.ts';
import { nameOf } from './people.ts';
import type { Policy } from './policy.ts';
import { deniedByRule } from './refusals.ts';
import { noSafeguards } from './safeguards.ts';
import type { Scene } from './scene.ts';
import { anyManner } from './seating.ts';
import type { Verdict } from './verdict.ts';
import type { OperationWord } from './vocabulary.ts';

const what = 'This cannot be done at the desk.';

/** Why the list of the desk does not let this person do this there; null where it does. */
export function refuseAtDesk(
  policy: Policy,
  { person, operation }: { readonly person: PersonId; readonly operation: Pick<OperationWord, 'id'> },
): Refusal | null {
  const { desk } = policy;
  if (desk === null) return refuse('desk.off', { what, rule: 'The policy of this installation has no desk.' });
  const whoCan = `At the desk: ${desk.people.map((each) => nameOf(policy, each)).join(', ')}.`;
  if (!desk.people.includes(person))
    return refuse('desk.not-listed', { what, rule: 'You are not on the policy’s list of the desk.', whoCan });
  if (desk.operations.some((one) => one === operation.id)) return null;
  return refuse('desk.not-for-this', { what, rule: `The policy’s desk is for ${desk.operations.join(', ')}.` });
}

/**
 * What the policy says to something that is done at the desk. The list takes the place of rules and consent, because these may name groups
 * that only Slack knows. A denial that fits for certain counts as ever, and so does whatever holds the operation back here.
 */
export function evaluateAtDesk(policy: Policy, facts: PolicyFacts): Verdict {
  const scene: Scene = { policy, facts };
  const { operation, requester } = facts;
  const denied = (refusal: Refusal): Verdict => ({
    kind: 'deny',
    refusal,
    reasons: { met: false, sentence: refusal.rule, because: [] },
  });
  const no = refuseAtDesk(policy, { person: requester.personId, operation });
  if (no !== null) return denied(no);
  for (const rule of policy.rules) {
    if (rule.kind !== 'deny') continue;
    const match = matchRule(rule, scene);
    if (match.answer === 'yes') return denied(deniedByRule(match, scene));
  }
  const live = modeOf(scene);
  // What only the house itself does is no business of `live`, which speaks of what is sent.
  const { held, refusal } = operation.kind === 'stop' ? { held: null, refusal: null } : brakesOn(scene, live.mode);
  if (refusal !== null) return denied(refusal);
  return {
    kind: 'permit',
    mode: held === null ? 'on' : 'plan-only',
    held,
    rule: 'The list of the desk',
    requirements: [],
    manner: anyManner,
    safeguards: { ...noSafeguards, stepUp: 'passkey' },
    reasons: { met: true, sentence: 'The policy lists this person and this for the desk.', because: [live.reason] },
  };
}
