import { Fault } from '#domain/fault.ts';
import { type Instant, minuteMs, secondMs } from '#domain/instant.ts';
import type { JsonObject } from '#domain/json.ts';
import { call } from '#operations/call.ts';
import type { KnownKey, KnownProject, KnownUser } from '#operations/memory.ts';
import { type ApiKey, keepApiKeys } from '#operations/objects/api-key.ts';
import { keepProjects } from '#operations/objects/project.ts';
import { keepUsers } from '#operations/objects/user.ts';
import type { House } from './house.ts';
import type { CallContext } from './ports/vendor.ts';

// A list that a person looks at may be this old before OpenAI is asked again; its age is shown.
export const freshMs = 2 * minuteMs;
// Whoever types a name that no list knows may have made the thing a moment ago.
export const justNowMs = secondMs;

interface Aged<T> {
  readonly asOf: Instant | null;
  readonly items: readonly T[];
}

export interface List<T> {
  readonly cached: () => Promise<Aged<T>>;
  readonly reload: () => Promise<readonly T[]>;
  readonly keep: (items: readonly T[], at: Instant) => Promise<void>;
}

/** The cached list if it is at most so old, else a new one; an old list is better than none when the vendor cannot be asked. */
export async function fresh<T>(house: House, list: List<T>, maxAgeMs = freshMs): Promise<JsonObject> {
  const cached = await list.cached();
  const now = house.clock.now();
  if (cached.asOf !== null && now - cached.asOf < maxAgeMs) return asJson(cached);
  try {
    const items = await list.reload();
    await list.keep(items, now);
    return asJson({ asOf: now, items });
  } catch (error) {
    if (cached.asOf === null || !(error instanceof Fault)) throw error;
    house.log.warn({ code: error.code }, 'An older list is shown because OpenAI could not be asked');
    return asJson(cached);
  }
}

function asJson(list: Aged<unknown>): JsonObject {
  return { asOf: list.asOf, items: list.items as JsonObject[] };
}

async function reloadProjects(house: House, context: CallContext): Promise<readonly KnownProject[]> {
  const answer = await house.vendor.read(call('GET /organization/projects'), {
    pages: 'all',
    absent: 'fault',
    context,
  });
  return keepProjects(answer);
}

export function freshProjects(house: House, context: CallContext, maxAgeMs?: number): Promise<JsonObject> {
  const list: List<KnownProject> = {
    cached: () => house.store.read.directory.projects(),
    reload: () => reloadProjects(house, context),
    keep: (items, at) => house.store.transact((tx) => tx.directory.replaceProjects(items, at)),
  };
  return fresh(house, list, maxAgeMs);
}

export function freshUsers(house: House, context: CallContext, maxAgeMs?: number): Promise<JsonObject> {
  const list: List<KnownUser> = {
    cached: () => house.store.read.directory.users(),
    reload: async () =>
      keepUsers(await house.vendor.read(call('GET /organization/users'), { pages: 'all', absent: 'fault', context })),
    keep: (items, at) => house.store.transact((tx) => tx.directory.replaceUsers(items, at)),
  };
  return fresh(house, list, maxAgeMs);
}

function knownKey(key: ApiKey, project: { id: string; name: string }): KnownKey {
  return {
    id: key.id,
    name: key.name,
    redacted: key.redacted,
    projectId: project.id,
    projectName: project.name,
    ownerName: key.ownerName,
    ownerEmail: key.ownerEmail,
    accountId: key.ownerKind === 'account' ? key.ownerId : null,
    createdAt: key.createdAt,
    lastUsedAt: key.lastUsedAt,
    expiresAt: key.expiresAt,
    isOwned: key.isOwned,
  };
}

async function reloadKeys(house: House, project: { id: string; name: string }, context: CallContext) {
  const answer = await house.vendor.read(
    call('GET /organization/projects/{project_id}/api_keys', {
      params: { project_id: project.id },
      query: { owner_project_access: 'any' },
    }),
    { pages: 'all', absent: 'fault', context },
  );
  return keepApiKeys(answer).map((key) => knownKey(key, project));
}

export async function freshKeys(
  house: House,
  projectId: string,
  { context, maxAgeMs }: { readonly context: CallContext; readonly maxAgeMs?: number },
): Promise<JsonObject> {
  // A key is found and shown by its project's name, so that has to be known first; as a rule it was read a moment ago.
  await freshProjects(house, context);
  const projects = await house.store.read.directory.projects();
  const project = projects.items.find((each) => each.id === projectId) ?? { id: projectId, name: projectId };
  const list: List<KnownKey> = {
    cached: () => house.store.read.directory.keys(projectId),
    reload: () => reloadKeys(house, project, context),
    keep: (items, at) => house.store.transact((tx) => tx.directory.replaceKeys(projectId, items, at)),
  };
  return fresh(house, list, maxAgeMs);
}
