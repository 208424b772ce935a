import type { Kysely } from 'kysely';
import type { History } from '#policy/facts.ts';
import type { PersonId } from '#domain/ids.ts';
import type { Recollection } from '#workflow/ports/requests.ts';
import type { Database } from '../tables/database.ts';
import { requestFromRow } from './request-row.ts';

// No rule can ask for more than 50 requests in a day; what lies beyond makes no difference to any answer.
const MOST_RECENT = 60;
// The operation stands in the terms only, so rows that name it anywhere are looked into; one that was carried out is nearly always the first.
const MOST_LOOKED_INTO = 20;

function earlier(db: Kysely<Database>, requester: PersonId, { than }: Recollection) {
  const query = db.selectFrom('requests').where('requester_person', '=', requester);
  return than === null ? query : query.where('id', '<>', than.id).where('created_at', '<=', than.createdAt);
}

export async function historyOf(db: Kysely<Database>, requester: PersonId, about: Recollection): Promise<History> {
  const recent = await earlier(db, requester, about)
    .select('created_at')
    .where('state', '<>', 'draft')
    .where('created_at', '>', about.since)
    .orderBy('created_at', 'desc')
    .limit(MOST_RECENT)
    .execute();
  const carriedOut = await earlier(db, requester, about)
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
