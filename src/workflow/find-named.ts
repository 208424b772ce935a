import type { JsonObject } from '#domain/json.ts';
import type { Field } from '#operations/field.ts';
import type { House } from './house.ts';
import { findKeys } from './naming/keys.ts';
import { type FoundNamed, nothingFound } from './naming/match.ts';
import { findProjects } from './naming/projects.ts';
import { findRequests } from './naming/requests.ts';
import { findThings } from './naming/things.ts';
import { findUsers } from './naming/users.ts';
import type { CallContext } from './ports/vendor.ts';

export interface Naming {
  readonly field: Field;
  readonly word: string;
  /** Input that is understood already: some things are listed inside others. */
  readonly known: JsonObject;
  readonly context: CallContext;
}

/** Finds what a word names, for any kind of field whose words have to be looked up. */
export async function findNamed(house: House, naming: Naming): Promise<FoundNamed> {
  const { field, word, known, context } = naming;
  switch (field.kind) {
    case 'project':
      return findProjects(house, word, context);
    case 'key':
      return findKeys(house, word, context);
    case 'request':
      return findRequests(house, word);
    case 'user':
      return findUsers(house, word, context);
    case 'thing':
      return findThings(house, { listing: field.listing, word, known, context });
    case 'text':
    case 'paragraph':
    case 'duration':
    case 'choice':
    case 'flag':
    case 'money':
    case 'count':
    case 'words':
      return nothingFound;
  }
}

/** How a kind of thing is called in a sentence. */
export function nounOf(field: Field): string {
  if (field.kind === 'thing') return field.noun;
  return field.kind === 'user' ? 'person' : field.kind;
}
