import { personId } from '#domain/ids.ts';
import type { JsonObject } from '#domain/json.ts';
import type { Requester } from '#operations/operation.ts';
import { nameOf, slackIdsOf } from '#policy/people.ts';
import type { House } from '../house.ts';

/** How one person proves that they are there; `null` is whoever asks. Null for somebody the policy does not know. */
export async function presenceOf(house: House, named: string | null, asker: Requester): Promise<JsonObject | null> {
  const { policy } = house.policy();
  const person = named === null ? asker.personId : personId(named);
  if (named !== null && slackIdsOf(policy, person).length === 0) return null;
  const { stepUp } = house.store.read;
  return {
    person,
    name: named === null ? asker.name : nameOf(policy, person),
    passkeys: (await stepUp.passkeysOf(person)).length,
    hasCodes: (await stepUp.seedOf(person)) !== null,
    isPossible: house.presence.pages() !== null || house.presence.hasCodes,
    coolingMs: policy.stepUp.coolingMs,
  };
}

/** Everybody who has enrolled, oldest first. */
export async function presenceRows(house: House): Promise<readonly JsonObject[]> {
  const { policy } = house.policy();
  const { stepUp } = house.store.read;
  const all = [
    ...(await stepUp.passkeys()).map((one) => ({ ...one, what: 'passkey' })),
    ...(await stepUp.seeds()).map((one) => ({ ...one, what: 'codes' })),
  ];
  return all
    .toSorted((one, other) => one.enrolledAt - other.enrolledAt)
    .map(({ person, what, origin, enrolledAt, countsFrom }) => {
      return { person, name: nameOf(policy, person), what, origin, enrolledAt, countsFrom };
    });
}
