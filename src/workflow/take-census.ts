import { valueAt } from '#domain/json.ts';
import type { Instant } from '#domain/instant.ts';
import type { Census, KnownKey } from '#operations/memory.ts';
import type { House } from './house.ts';
import { adminKeyListName, limitListName } from './mirror-lists.ts';
import { ownAdminKeyId } from './own-admin-key.ts';

const isUnused = (key: KnownKey, before: Instant): boolean => (key.lastUsedAt ?? key.createdAt) < before;

async function limitsOf(house: House, projects: readonly { id: string; name: string }[]) {
  const { directory } = house.store.read;
  const read = await Promise.all(
    projects.map(async (project) => ({ project, limit: await directory.things(limitListName(project.id)) })),
  );
  const known = read.filter(({ limit }) => limit.asOf !== null);
  return {
    limitsRead: known.length,
    withoutLimit: known.filter(({ limit }) => limit.items.length === 0).map(({ project }) => project.name),
  };
}

/** Admin keys that are neither ours nor made through us. */
async function adminKeysOf(house: House) {
  const { directory, requests } = house.store.read;
  const { asOf, items } = await directory.things(adminKeyListName);
  if (asOf === null) return { adminKeys: null, unknownAdminKeys: [] };
  const own = await ownAdminKeyId(house);
  const unknown: string[] = [];
  for (const { id, name, body } of items) {
    if (id === own || (await requests.effectsTouching(id)).length > 0) continue;
    const owner = valueAt(body, ['owner', 'name']);
    unknown.push(typeof owner === 'string' ? `${name} (${owner})` : name);
  }
  return { adminKeys: items.length, unknownAdminKeys: unknown };
}

/** Counts what the mirror knows: the first page a security lead wants to see. Asks the vendor nothing. */
export async function takeCensus(house: House, unusedForMs: number): Promise<Census> {
  const { directory, leases } = house.store.read;
  const projects = (await directory.projects()).items.filter((project) => project.status !== 'archived');
  const users = (await directory.users()).items;
  const keys = await directory.allKeys();
  const ages = await directory.ages();
  const keyLists = ages.filter((list) => list.name.startsWith('keys:'));
  const before = house.clock.now() - unusedForMs;
  return {
    asOf: keyLists.length === 0 ? null : Math.min(...keyLists.map((list) => list.asOf)),
    projects: projects.length,
    projectsRead: projects.filter((project) => keyLists.some((list) => list.name === `keys:${project.id}`)).length,
    users: users.length,
    owners: users.filter((user) => user.role === 'owner').length,
    keys: keys.length,
    withoutOwner: keys.filter((key) => !key.isOwned).length,
    unused: keys.filter((key) => isUnused(key, before)).length,
    endless: keys.filter((key) => key.expiresAt === null).length,
    issuedHere: await leases.countIssued(keys.map((key) => key.id)),
    ...(await limitsOf(house, projects)),
    ...(await adminKeysOf(house)),
  };
}
