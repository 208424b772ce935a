import { type Json, valueAt } from '#domain/json.ts';
import type { IssuedScopes } from '#operations/memory.ts';
import type { Plan } from '#operations/plan.ts';
import type { Effect } from './ports/requests.ts';
import type { Reading } from './ports/store.ts';

/** Where an answer to making or changing a key holds its id: the key itself, or the first key of a new account. */
const KEY_ID_AT = [['id'], ['api_key', 'id']] as const;

/** Whether this call made the key or changed it. Other calls touch a key as well, such as one that only stands beside it. */
function isOfKey(effect: Effect, keyId: string): boolean {
  return effect.status === 'applied' && KEY_ID_AT.some((path) => valueAt(effect.answer, path) === keyId);
}

function scopesIn({ bounds }: Plan): readonly string[] | null {
  const scopes: Json | undefined = bounds['scopes'];
  return Array.isArray(scopes) ? scopes.filter((scope): scope is string => typeof scope === 'string') : null;
}

/** The requests that were carried out on this key, newest first, as the vendor's answers prove them; last the one it was issued by. */
async function requestsOn(read: Pick<Reading, 'requests' | 'leases'>, keyId: string, issuedBy: string | null) {
  const effects = (await read.requests.effectsTouching(keyId)).filter((effect) => isOfKey(effect, keyId));
  const ids = new Set<string>(effects.map((effect) => effect.requestId));
  // A key with a long history may have more effects than are listed; how it began is known all the same.
  if (issuedBy !== null) ids.add(issuedBy);
  return [...ids];
}

/**
 * What a key may do, from what was sent for it: the scopes that a request of ours set last, and whether one has paused it since.
 * Null for a key that was neither made nor limited here.
 */
export async function issuedScopes(
  read: Pick<Reading, 'requests' | 'leases'>,
  id: string,
): Promise<IssuedScopes | null> {
  const lease = (await read.leases.byKey(id)) ?? (await read.leases.byAccount(id));
  const keyId = lease?.keyId ?? id;
  let isPaused = false;
  for (const requestId of await requestsOn(read, keyId, lease?.requestId ?? null)) {
    const record = await read.requests.find(requestId as Effect['requestId']);
    if (record === null) continue;
    const { plan } = record.terms;
    if (plan.bounds['paused'] === true) isPaused = true;
    else {
      const scopes = scopesIn(plan);
      if (scopes !== null) return { keyId, scopes: [...scopes], isPaused, requestId };
    }
  }
  return null;
}
