import { Fault } from '#domain/fault.ts';
import type { Instant } from '#domain/instant.ts';
import { isJsonObject } from '#domain/json.ts';
import { call } from '#operations/call.ts';
import type { House } from './house.ts';
import { objectListName, organizationLists, projectLists, projectObjects } from './mirror-lists.ts';
import type { CallContext } from './ports/vendor.ts';
import { freshKeys, freshProjects, freshUsers } from './refresh-directory.ts';
import { freshThings, listName } from './refresh-things.ts';

const context: CallContext = { priority: 'poll', cause: 'job:refresh-mirror' };

async function readObject(house: House, endpoint: (typeof projectObjects)[number], projectId: string): Promise<void> {
  const answer = await house.vendor.read(call(endpoint, { params: { project_id: projectId } }), {
    pages: 'one',
    absent: 'null',
    context,
  });
  const items = isJsonObject(answer) ? [{ id: projectId, name: projectId, body: answer }] : [];
  const name = objectListName(endpoint, projectId);
  await house.store.transact((tx) => tx.directory.replaceThings(name, items, house.clock.now()));
}

type Ages = ReadonlyMap<string, Instant>;

/** The project whose list of this kind is oldest; a list that was never read is older than any. */
function stalest(projectIds: readonly string[], ages: Ages, nameOf: (projectId: string) => string): string | null {
  const asOf = (id: string): Instant => ages.get(nameOf(id)) ?? 0;
  return projectIds.reduce<string | null>(
    (oldest, id) => (oldest === null || asOf(id) < asOf(oldest) ? id : oldest),
    null,
  );
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
 * One round of the mirror: what the organization lists once, and of each kind of list that projects have the one that is oldest. Each
 * endpoint is asked once a round, so that with six calls a minute an endpoint a person's work always finds room and every project has
 * its turn.
 */
export async function refreshMirror(house: House): Promise<void> {
  const { directory } = house.store.read;
  await attempt(house, 'projects', () => freshProjects(house, context));
  await attempt(house, 'users', () => freshUsers(house, context));
  for (const list of organizationLists)
    await attempt(house, list.listing.endpoint, () => freshThings(house, list, { context }));
  const ids = (await directory.projects()).items.flatMap(({ id, status }) => (status === 'archived' ? [] : [id]));
  const ages = new Map((await directory.ages()).map((list) => [list.name, list.asOf]));
  const inTurn = async (
    what: string,
    nameOf: (projectId: string) => string,
    work: (id: string) => Promise<unknown>,
  ) => {
    const id = stalest(ids, ages, nameOf);
    if (id !== null) await attempt(house, what, () => work(id));
  };
  await inTurn(
    'keys',
    (id) => `keys:${id}`,
    (id) => freshKeys(house, id, { context }),
  );
  for (const listOf of projectLists)
    await inTurn(
      listOf('').listing.endpoint,
      (id) => listName(listOf(id)),
      (id) => freshThings(house, listOf(id), { context }),
    );
  for (const endpoint of projectObjects)
    await inTurn(
      endpoint,
      (id) => objectListName(endpoint, id),
      (id) => readObject(house, endpoint, id),
    );
}
