import { Fault } from '#domain/fault.ts';
import { dayMs, hourMs, minuteMs } from '#domain/instant.ts';
import { valueAt } from '#domain/json.ts';
import type { Listing } from '#operations/field.ts';
import { asksForHistory, asksForOwners } from '#policy/asks-for.ts';
import type { History, PolicyFacts, ProjectOwners } from '#policy/facts.ts';
import type { House } from './house.ts';
import type { Recollection } from './ports/requests.ts';
import { freshThings, listName } from './refresh-things.ts';

const listing: Listing = {
  endpoint: 'GET /organization/projects/{project_id}/users',
  params: {},
  id: 'id',
  name: 'email',
};

// Read anew after so long; owners change a few times a year, and each read is one of six a minute.
const REREAD_MS = 15 * minuteMs;
// Older than this it proves nothing about who owns a project now.
const TRUSTED_MS = hourMs;

/** Who owns the project at OpenAI, as our mirror knows it; nobody where that is not known well enough. */
export async function ownersNow(house: House, project: PolicyFacts['project']): Promise<ProjectOwners> {
  if (project === null) return { known: false, why: 'this has no project' };
  if (!asksForOwners(house.policy().policy)) return { known: false, why: 'no rule asks for them' };
  const listed = { listing, params: { project_id: project.id } };
  const context = { priority: 'click', cause: `policy:${project.id}` } as const;
  try {
    await freshThings(house, listed, { context, maxAgeMs: REREAD_MS });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { known: false, why: 'OpenAI could not be asked who owns the project' };
  }
  const { asOf, items } = await house.store.read.directory.things(listName(listed));
  if (asOf === null || house.clock.now() - asOf > TRUSTED_MS) {
    return { known: false, why: 'OpenAI could not be asked for too long who owns the project' };
  }
  const owners = items
    .filter(({ body }) => valueAt(body, ['role']) === 'owner')
    .map(({ body }) => valueAt(body, ['email']));
  return { known: true, emails: owners.filter((email) => typeof email === 'string') };
}

/** What whoever asks had asked for before; null where no rule wants to know. */
export async function pastOf(
  house: House,
  { operation, requester }: Pick<PolicyFacts, 'operation' | 'requester'>,
  than: Recollection['than'],
): Promise<History | null> {
  if (!asksForHistory(house.policy().policy)) return null;
  const since = (than?.createdAt ?? house.clock.now()) - dayMs;
  return house.store.read.requests.history(requester.personId, { operation: operation.id, since, than });
}
