import { type Call, isMutation } from '#operations/call.ts';
import { pathTemplateOf } from '#operations/endpoint.ts';
import type { House } from './house.ts';
import type { Writing } from './ports/store.ts';
import { freshMs } from './refresh-directory.ts';

const LAST_ID = /\/\{\w+\}$/;
const LAST_WORD = /\/\{\w+\}\/[^/{}]+$/;

/** The list that a thing of this path stands in, and for `…/{id}/archive` and its like the list of what it is about. */
function collectionsOf(path: string): readonly string[] {
  if (LAST_ID.test(path)) return [path.replace(LAST_ID, '')];
  return LAST_WORD.test(path) ? [path, path.replace(LAST_WORD, '')] : [path];
}

function nameOf(collection: string, params: Call['params']): string {
  if (collection === '/organization/projects') return 'projects';
  if (collection === '/organization/users') return 'users';
  if (collection === '/organization/projects/{project_id}/api_keys') return `keys:${params['project_id'] ?? ''}`;
  const inside = [...collection.matchAll(/\{(\w+)\}/g)].map(([, param = '']) => `${param}=${params[param] ?? ''}`);
  return ['things GET', collection, ...inside.toSorted()].join(' ');
}

/** Names of the kept lists in which a change may show. */
export function listsTouchedBy(change: Call): readonly string[] {
  const path = pathTemplateOf(change.endpoint);
  const names = collectionsOf(path).map((collection) => nameOf(collection, change.params));
  // With an account its keys come and go.
  const keys = path.includes('/service_accounts') ? [`keys:${change.params['project_id'] ?? ''}`] : [];
  return [...new Set([...names, ...keys])];
}

/** Whoever looks next sees what was changed here, not what was there before. */
export async function outdateLists(tx: Writing, house: House, change: Call): Promise<void> {
  if (isMutation(change)) await tx.directory.outdate(listsTouchedBy(change), house.clock.now() - freshMs);
}
