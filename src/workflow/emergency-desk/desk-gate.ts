import { isRefusal } from '#domain/refusal.ts';
import { findOperation } from '#operations/catalogue.ts';
import { invariant } from '#domain/invariant.ts';
import { evaluateAtDesk } from '#policy/desk.ts';
import { refuseHere, tierHere } from '../as-here.ts';
import { factsOf, matterOfPlan } from '../consult-policy.ts';
import type { House } from '../house.ts';
import type { PlannedRequest } from '../ports/requests.ts';
import { heldNow } from '../rollout/held-now.ts';
import { refuseWarrant } from '../warrants/warrant.ts';
import { isSigned } from './signature.ts';
import { standAtDesk } from './stand-at-desk.ts';

/** Why what was signed at the desk may not be carried out any more, as a sentence; null where it may. */
export async function refuseAtClaim(house: House, record: PlannedRequest): Promise<string | null> {
  const { requester, plan } = record.terms;
  const { policy } = house.policy();
  const operation = findOperation(plan.operation);
  invariant(operation !== null, 'A stored request names an operation of the catalogue');
  const at = await standAtDesk(house, requester.personId);
  if (isRefusal(at)) return at.rule;
  const no = refuseHere(policy, plan) ?? (await refuseWarrant(house.store.read, house, record));
  if (no !== null) return `${no.what} ${no.rule}`;
  const matter = matterOfPlan(operation, { ...record.terms, plan: { ...plan, tier: tierHere(policy, plan) } });
  const verdict = evaluateAtDesk(policy, await factsOf(house, matter));
  if (verdict.kind === 'deny') return `The policy changed since: ${verdict.refusal.rule}`;
  const held = heldNow(record, verdict);
  if (held !== null) return `${plan.operation} is plan-only now, so nothing may be sent: ${held}.`;
  return (await isSigned(house, record)) ? null : 'The signature that was kept of whoever stopped this does not hold.';
}
