import { invariant } from '#domain/invariant.ts';
import { type JsonObject, valueAt } from '#domain/json.ts';
import type { Listing } from '#operations/field.ts';
import type { KnownThing } from '#operations/memory.ts';
import type { House } from '../house.ts';
import { freshThings } from '../refresh-things.ts';
import { type Candidate, type FoundNamed, type Looking, match, nothingFound } from './match.ts';

function thingCandidate(thing: KnownThing): Candidate {
  return {
    value: { id: thing.id, name: thing.name },
    suggestion: { value: thing.id, label: thing.name, description: thing.id === thing.name ? '' : thing.id },
    names: [thing.id.toLowerCase(), thing.name.toLowerCase()],
    search: `${thing.name} ${thing.id}`,
  };
}

/** Path parameters of a listing, taken from fields that are already understood; null while one is missing. */
function paramsOf(listing: Listing, known: JsonObject): Readonly<Record<string, string>> | null {
  const entries = Object.entries(listing.params).map(([param, field]) => {
    const id = valueAt(known[field], ['id']) ?? known[field];
    return [param, typeof id === 'string' ? id : null] as const;
  });
  if (entries.some(([, id]) => id === null)) return null;
  return Object.fromEntries(entries.map(([param, id]) => [param, id ?? '']));
}

/** Things of one list by id or name. A list inside something that is not chosen yet has nothing to offer. */
export async function findThings(
  house: House,
  ask: { listing: Listing; word: string; known: JsonObject; looking: Looking },
): Promise<FoundNamed> {
  const params = paramsOf(ask.listing, ask.known);
  if (params === null) return nothingFound;
  const { items } = await freshThings(house, { listing: ask.listing, params }, ask.looking);
  invariant(Array.isArray(items), 'A fresh list has items');
  return match((items as unknown as readonly KnownThing[]).map(thingCandidate), ask.word);
}
