import { type JsonObject, valueAt } from '#domain/json.ts';
import { oneLine } from '#domain/printable.ts';
import { call } from '#operations/call.ts';
import type { Listing } from '#operations/field.ts';
import type { KnownThing } from '#operations/memory.ts';
import type { House } from './house.ts';
import type { CallContext } from './ports/vendor.ts';
import { fresh, type List } from './refresh-directory.ts';

export interface ListedIn {
  readonly listing: Listing;
  readonly params: Readonly<Record<string, string>>;
}

/** The name under which a list is kept: its endpoint and what it was asked for. */
export function listName({ listing, params }: ListedIn): string {
  const inside = Object.keys(params)
    .toSorted()
    .map((param) => `${param}=${params[param] ?? ''}`);
  return ['things', listing.endpoint, ...inside].join(' ');
}

function thingsIn(answer: unknown, listing: Listing): readonly KnownThing[] {
  const items = valueAt(answer, ['data']);
  if (!Array.isArray(items)) return [];
  return (items as readonly JsonObject[]).flatMap((body) => {
    const id = valueAt(body, listing.id.split('.'));
    const name = valueAt(body, listing.name.split('.'));
    if (typeof id !== 'string') return [];
    return [{ id, name: oneLine(typeof name === 'string' && name !== '' ? name : id), body }];
  });
}

/** A list of things, read anew when it is older than two minutes. */
export function freshThings(
  house: House,
  listed: ListedIn,
  { context, maxAgeMs }: { readonly context: CallContext; readonly maxAgeMs?: number },
): Promise<JsonObject> {
  const name = listName(listed);
  const list: List<KnownThing> = {
    cached: () => house.store.read.directory.things(name),
    reload: async () => {
      const answer = await house.vendor.read(call(listed.listing.endpoint, { params: listed.params }), {
        pages: 'all',
        absent: 'fault',
        context,
      });
      return thingsIn(answer, listed.listing);
    },
    keep: (items, at) => house.store.transact((tx) => tx.directory.replaceThings(name, items, at)),
  };
  return fresh(house, list, maxAgeMs);
}
