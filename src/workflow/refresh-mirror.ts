import { Fault } from '#domain/fault.ts';
import type { Instant } from '#domain/instant.ts';
import { isJsonObject } from '#domain/json.ts';
import { call } from '#operations/call.ts';
import type { House } from './house.ts';
import { adminKeyList, limitListName } from './mirror-lists.ts';
import type { CallContext } from './ports/vendor.ts';
import { freshKeys, freshProjects, freshUsers } from './refresh-directory.ts';
import { freshThings } from './refresh-things.ts';

const context: CallContext = { priority: 'poll', cause: 'job:refresh-mirror' };

async function readLimit(house: House, projectId: string): Promise<void> {
  const answer = await house.vendor.read(
    call('GET /organization/projects/{project_id}/spend_limit', { params: { project_id: projectId } }),
    { pages: 'one', absent: 'null', context },
  );
  const items = isJsonObject(answer) ? [{ id: projectId, name: projectId, body: answer }] : [];
  await house.store.transact((tx) => tx.directory.replaceThings(limitListName(projectId), items, house.clock.now()));
}

/** The project whose list of this kind is oldest; a list that was never read is older than any. */
async function stalest(house: House, nameOf: (projectId: string) => string): Promise<string | null> {
  const ages = new Map((await house.store.read.directory.ages()).map((list) => [list.name, list.asOf]));
  let oldest: { id: string; asOf: Instant } | null = null;
  for (const { id, status } of (await house.store.read.directory.projects()).items) {
    if (status === 'archived') continue;
    const asOf = ages.get(nameOf(id)) ?? 0;
    if (oldest === null || asOf < oldest.asOf) oldest = { id, asOf };
  }
  return oldest?.id ?? null;
}

/** A list that cannot be read leaves the others their turn. */
async function attempt(house: House, what: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    house.log.warn({ code: error.code, what }, 'A list of the mirror could not be read');
  }
}

/**
 * One round of the mirror: projects, people, admin keys, and the keys and limit of the one project whose are oldest. Each endpoint is asked
 * once a round, so that with six calls a minute an endpoint a person's work always finds room and every project has its turn.
 */
export async function refreshMirror(house: House): Promise<void> {
  await attempt(house, 'projects', () => freshProjects(house, context));
  await attempt(house, 'users', () => freshUsers(house, context));
  await attempt(house, 'admin keys', () => freshThings(house, adminKeyList, context));
  const keysFor = await stalest(house, (id) => `keys:${id}`);
  if (keysFor !== null) await attempt(house, 'keys', () => freshKeys(house, keysFor, context));
  const limitFor = await stalest(house, limitListName);
  if (limitFor !== null) await attempt(house, 'limit', () => readLimit(house, limitFor));
}
