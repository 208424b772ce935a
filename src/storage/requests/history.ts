import type { Kysely } from 'kysely';
import type { History } from '#policy/facts.ts';
import type { PersonId } from '#domain/ids.ts';
import type { Recollection } from '#workflow/ports/requests.ts';
import type { Viewer } from '#workflow/ports/sight.ts';
import type { Database } from '../tables/database.ts';
import { requestFromRow } from './request-row.ts';
import { mayBeSeen } from './seen.ts';

// No rule can ask for more than 50 requests in a day; what lies beyond makes no difference to any answer.
const MOST_RECENT = 60;
// The operation stands in the terms only, so rows that name it anywhere are looked into; one that was carried out is nearly always the first.
const MOST_LOOKED_INTO = 20;

/** Whose history it is, and for whom it is read. */
interface Whose {
  readonly requester: PersonId;
  readonly viewer: Viewer | null;
}

function earlier(db: Kysely<Database>, { requester, viewer }: Whose, { than }: Recollection) {
  const query = db.selectFrom('requests').where('requester_person', '=', requester).where(mayBeSeen(viewer));
  return than === null ? query : query.where('id', '<>', than.id).where('created_at', '<=', than.createdAt);
}

export async function historyOf(db: Kysely<Database>, whose: Whose, about: Recollection): Promise<History> {
  const recent = await earlier(db, whose, about)
    .select('created_at')
    .where('state', '<>', 'draft')
    .where('created_at', '>', about.since)
    .orderBy('created_at', 'desc')
    .limit(MOST_RECENT)
    .execute();
  const carriedOut = await earlier(db, whose, about)
    .selectAll()
    .where('state', 'in', ['succeeded', 'partial'])
    .where('terms', 'like', `%"${about.operation}"%`)
    .orderBy('created_at', 'desc')
    .limit(MOST_LOOKED_INTO)
    .execute();
  return {
    recent: recent.map((row) => row.created_at),
    isFirst: !carriedOut.map(requestFromRow).some(({ terms }) => terms.plan.operation === about.operation),
  };
}
