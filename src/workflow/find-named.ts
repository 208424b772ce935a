import type { JsonObject } from '#domain/json.ts';
import type { Field } from '#operations/field.ts';
import type { House } from './house.ts';
import { findKeys } from './naming/keys.ts';
import { type FoundNamed, type Looking, nothingFound } from './naming/match.ts';
import { findProjects } from './naming/projects.ts';
import { findRequests } from './naming/requests.ts';
import { findThings } from './naming/things.ts';
import { findUsers } from './naming/users.ts';
import type { CallContext } from './ports/vendor.ts';
import { freshMs, justNowMs } from './refresh-directory.ts';
import type { Requester } from '#operations/operation.ts';
import { seenBy } from './sight.ts';

export interface Naming {
  readonly field: Field;
  readonly word: string;
  /** Input that is understood already: some things are listed inside others. */
  readonly known: JsonObject;
  readonly context: CallContext;
  /** Who looks for it: what they may not know of is not found. */
  readonly person: Pick<Requester, 'personId' | 'slackId'>;
}

/** What a word might mean, for whoever is still typing. */
export function findNear(house: House, naming: Naming): Promise<FoundNamed> {
  return lookUp(house, naming, freshMs);
}

/** What a word names, for whoever has typed it: looked up once more in a new list before it is called unknown. */
export async function findNamed(house: House, naming: Naming): Promise<FoundNamed> {
  const found = await lookUp(house, naming, freshMs);
  if (found.exact.length > 0 || naming.word.trim() === '') return found;
  return lookUp(house, naming, justNowMs);
}

async function lookUp(house: House, naming: Naming, maxAgeMs: number): Promise<FoundNamed> {
  const { field, word, known } = naming;
  const looking: Looking = { context: naming.context, maxAgeMs };
  switch (field.kind) {
    case 'project':
      return findProjects(house, word, looking);
    case 'key':
      return findKeys(house, word, looking);
    case 'request':
      return findRequests(seenBy(house, naming.person), word);
    case 'user':
      return findUsers(house, word, looking);
    case 'thing':
      return findThings(house, { listing: field.listing, word, known, looking });
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
