import { type PersonId, slackUserId } from '#domain/ids.ts';
import { isJsonObject, type Json } from '#domain/json.ts';
import type { Plan } from '#operations/plan.ts';
import { personByEmail, personOf } from '#policy/people.ts';
import type { House } from '../house.ts';

// A plan that names more people than this is about a list of them, which its own bar covers.
const MOST = 200;

const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

function addressesIn(value: Json): readonly string[] {
  if (typeof value === 'string') return isAddress(value) ? [value] : [];
  const inside = Array.isArray(value) ? value : isJsonObject(value) ? Object.values(value) : [];
  return inside.flatMap((each: Json) => addressesIn(each));
}

/** Whoever holds a key that was issued here to them, by their account in Slack. */
async function holderOf(house: House, id: string): Promise<readonly PersonId[]> {
  const { leases } = house.store.read;
  const lease = (await leases.byKey(id)) ?? (await leases.byAccount(id));
  return lease === null ? [] : [personOf(house.policy().policy, slackUserId(lease.ownerSlackId))];
}

/**
 * Everybody whom a plan is about, as far as we can tell: by every address in what stands there now, and as owner of a key. Of what is
 * confidential none of them decides or hears anything; one person too many is left out rather than one too few.
 */
export async function aboutWhom(
  house: House,
  { target, before, beneficiaryEmail }: Plan,
): Promise<readonly PersonId[]> {
  const { policy } = house.policy();
  const addresses = [...addressesIn(before), ...(beneficiaryEmail === null ? [] : [beneficiaryEmail])].slice(0, MOST);
  const known = addresses.flatMap((address) => personByEmail(policy, address) ?? []);
  return [...new Set([...known, ...(await holderOf(house, target.id))])].toSorted();
}
