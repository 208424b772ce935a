import { type RequestId, requestId } from '#domain/ids.ts';
import { type Json, valueAt } from '#domain/json.ts';
import type { IssuedScopes } from '#operations/memory.ts';
import type { Plan } from '#operations/plan.ts';
import type { LeaseReader } from './ports/leases.ts';
import type { Effect, RequestReader } from './ports/requests.ts';

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

/** What of our records tells about a key. */
export interface KeyRecords {
  readonly requests: Pick<RequestReader, 'effectsTouching' | 'find'>;
  readonly leases: Pick<LeaseReader, 'byKey' | 'byAccount'>;
}

/** The requests that were carried out on this key, newest first, as the vendor's answers prove them; last the one it was issued by. */
async function requestsOn(read: KeyRecords, keyId: string, issuedBy: string | null): Promise<readonly RequestId[]> {
  const effects = (await read.requests.effectsTouching(keyId)).filter((effect) => isOfKey(effect, keyId));
  const ids = new Set(effects.map((effect) => effect.requestId));
  // A key with a long history may have more effects than are listed; how it began is known all the same.
  if (issuedBy !== null) ids.add(requestId(issuedBy));
  return [...ids];
}

/**
 * What a key may do, from what was sent for it: the scopes that a request of ours set last, and whether one has paused it since.
 * Null for a key that was neither made nor limited here.
 */
export async function issuedScopes(read: KeyRecords, id: string): Promise<IssuedScopes | null> {
  const lease = (await read.leases.byKey(id)) ?? (await read.leases.byAccount(id));
  const keyId = lease?.keyId ?? id;
  let isPaused = false;
  for (const by of await requestsOn(read, keyId, lease?.requestId ?? null)) {
    const record = await read.requests.find(by);
    if (record === null) continue;
    const { plan } = record.terms;
    if (plan.bounds['paused'] === true) isPaused = true;
    else {
      const scopes = scopesIn(plan);
      if (scopes !== null) return { keyId, scopes: [...scopes], isPaused, requestId: by };
    }
  }
  return null;
}
