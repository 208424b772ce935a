import { Fault } from '#domain/fault.ts';
import { minuteMs } from '#domain/instant.ts';
import { call } from '#operations/call.ts';
import type { KnownThing } from '#operations/memory.ts';
import { keepSpendLimit } from '#operations/spend-limits/place.ts';
import { asksForHardLimit } from '#policy/asks-for.ts';
import type { HardLimit, PolicyFacts } from '#policy/facts.ts';
import type { House } from './house.ts';
import { listName } from './refresh-things.ts';

// Every look at a request asks for it, and OpenAI answers about six such calls a minute; what we change ourselves is read anew at once.
const TRUSTED_MS = minuteMs;
const endpoint = 'GET /organization/projects/{project_id}/spend_limit';

/** The project's hard spend limit, as OpenAI said it within the last minute; not known where it could not say. */
export async function hardLimitNow(house: House, project: PolicyFacts['project']): Promise<HardLimit> {
  if (project === null) return { known: false, why: 'this has no project' };
  if (!asksForHardLimit(house.policy().policy)) return { known: false, why: 'no rule asks for it' };
  const params = { project_id: project.id };
  const name = listName({ listing: { endpoint, params: {}, id: 'object', name: 'object' }, params });
  const now = house.clock.now();
  const cached = await house.store.read.directory.things(name);
  if (cached.asOf !== null && now - cached.asOf < TRUSTED_MS) return known(cached.items);
  try {
    const context = { priority: 'click', cause: `policy:${project.id}` } as const;
    const answer = await house.vendor.read(call(endpoint, { params }), { pages: 'one', absent: 'null', context });
    const items = answer === null ? [] : [{ id: project.id, name: project.name, body: keepSpendLimit(answer) }];
    await house.store.transact((tx) => tx.directory.replaceThings(name, items, now));
    return known(items);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { known: false, why: 'OpenAI could not be asked for it' };
  }
}

function known(items: readonly Pick<KnownThing, 'body'>[]): HardLimit {
  const cents = items[0]?.body['amountCents'];
  return { known: true, cents: typeof cents === 'number' ? cents : null };
}
