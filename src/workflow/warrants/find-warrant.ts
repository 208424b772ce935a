import type { Warrant } from '#approvals/warrant.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { StepUp } from '#policy/safeguards.ts';
import { listenersOf } from '#policy/listeners.ts';
import type { Operation, Requester } from '#operations/operation.ts';
import type { Plan } from '#operations/plan.ts';
import { factsOf, type Matter } from '../consult-policy.ts';
import type { House } from '../house.ts';
import { provesWith } from '../step-up/own-proof.ts';
import { refuseEmergency } from './break-glass.ts';
import { findOrderFor } from './standing-order.ts';

interface Wanted {
  readonly operation: Operation;
  readonly requester: Requester;
  readonly plan: Plan;
  readonly matter: Matter;
  /** What an approval of it would have to be proven with. */
  readonly stepUp: StepUp;
  readonly emergency: { readonly incident: string | null } | null;
}

async function inEmergency(house: House, wanted: Wanted, incident: string | null): Promise<Warrant | Refusal> {
  const { operation, requester, plan, matter, stepUp } = wanted;
  const { policy } = house.policy();
  const word = { ...operation, tier: plan.tier };
  const emergency = { person: requester.personId, operation: word, incident };
  const no = await refuseEmergency(house.store.read, policy, emergency);
  if (no !== null || policy.breakGlass === null || incident === null) return no ?? { by: 'quorum' };
  const proves = await provesWith(house, { person: requester.personId, stepUp });
  if (isRefusal(proves)) return proves;
  const facts = await factsOf(house, matter);
  const { people: notify } = listenersOf({ policy, facts }, policy.breakGlass.notify, requester.personId);
  const until = house.clock.now() + policy.breakGlass.lifetimeMs;
  return { by: 'break-glass', debt: { incident, until, notify, proves } };
}

async function underOrder(house: House, { plan, matter }: Wanted): Promise<Warrant> {
  const quorum = { by: 'quorum' } as const;
  if (plan.act !== null || (await house.store.read.orders.active()).length === 0) return quorum;
  return (await findOrderFor(house, await factsOf(house, matter))) ?? quorum;
}

/** On whose word what was planned may be carried out: that of a standing order that covers it or of its quorum; in an emergency, of one named person. */
export async function findWarrant(house: House, wanted: Wanted): Promise<Warrant | Refusal> {
  if (wanted.emergency === null) return underOrder(house, wanted);
  return inEmergency(house, wanted, wanted.emergency.incident);
}
