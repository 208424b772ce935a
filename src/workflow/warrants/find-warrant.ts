import type { Warrant } from '#approvals/warrant.ts';
import type { Refusal } from '#domain/refusal.ts';
import type { Operation, Requester } from '#operations/operation.ts';
import type { Plan } from '#operations/plan.ts';
import { factsOf, type Matter } from '../consult-policy.ts';
import type { House } from '../house.ts';
import { refuseEmergency, whoIsTold } from './break-glass.ts';

interface Wanted {
  readonly operation: Operation;
  readonly requester: Requester;
  readonly plan: Plan;
  readonly matter: Matter;
  readonly emergency: { readonly incident: string | null } | null;
}

async function inEmergency(house: House, wanted: Wanted, incident: string | null): Promise<Warrant | Refusal> {
  const { operation, requester, plan, matter } = wanted;
  const { policy } = house.policy();
  const word = { ...operation, tier: plan.tier };
  const emergency = { person: requester.personId, operation: word, incident };
  const no = await refuseEmergency(house.store.read, policy, emergency);
  if (no !== null || policy.breakGlass === null || incident === null) return no ?? { by: 'quorum' };
  const facts = await factsOf(house, matter);
  const notify = whoIsTold({ policy, facts }, requester.personId);
  return { by: 'break-glass', debt: { incident, until: house.clock.now() + policy.breakGlass.lifetimeMs, notify } };
}

/** On whose word what was planned may be carried out: the quorum's, unless somebody named declares an emergency. */
export async function findWarrant(house: House, wanted: Wanted): Promise<Warrant | Refusal> {
  if (wanted.emergency === null) return { by: 'quorum' };
  return inEmergency(house, wanted, wanted.emergency.incident);
}
