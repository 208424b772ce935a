import type { Kysely } from 'kysely';
import { requestId, type RequestId } from '#domain/ids.ts';
import { invariant } from '#domain/invariant.ts';
import type { RequestReader } from '#workflow/ports/requests.ts';
import type { Viewer } from '#workflow/ports/sight.ts';
import { questionFromRow } from '../questions/reader.ts';
import { suggestionFromRow } from '../suggestions/suggestion-row.ts';
import { pageSize } from '../page-size.ts';
import type { Database } from '../tables/database.ts';
import { byRequest } from './by-request.ts';
import { decisionFromRow } from './decision-row.ts';
import { effectFromRow } from './effect-row.ts';
import { followerOf } from './follower.ts';
import { requestFromRow } from './request-row.ts';
import { mayBeSeen } from './seen.ts';

// What one person could decide on just now, and ten times what a page shows.
const MAX_REQUESTS = 200;
// Twenty pages of ten; whoever looks further back searches.
const MAX_DECIDED = 200;

type BesideReader = Pick<RequestReader, 'beside' | 'decisionsOf' | 'decidedBy'>;

/** Many requests in as many statements as one needs: a list of ten that asks for each alone asks forty times. */
export function createBesideReader(db: Kysely<Database>, viewer: Viewer | null): BesideReader {
  const onlySeen = (ids: readonly RequestId[]) => seenAmong(db, bounded(ids), viewer);
  return {
    async beside(asked) {
      const ids = await onlySeen(asked);
      const decisions = await decisionsOf(db, ids);
      const effects = await effectsOf(db, ids);
      const questions = await questionsOf(db, ids);
      const suggestions = await suggestionsOf(db, ids, 'request_id');
      const took = await suggestionsOf(db, ids, 'taken_by');
      const followers = await followersOf(db, ids, viewer);
      return new Map(
        asked.map((id) => [
          id,
          {
            decisions: decisions.get(id) ?? [],
            effects: effects.get(id) ?? [],
            questions: questions.get(id) ?? [],
            suggestions: suggestions.get(id) ?? [],
            took: took.get(id)?.[0] ?? null,
            followers: followers.get(id) ?? [],
          },
        ]),
      );
    },
    async decisionsOf(asked) {
      const decisions = await decisionsOf(db, await onlySeen(asked));
      return new Map(asked.map((id) => [id, decisions.get(id) ?? []]));
    },
    async decidedBy(person, limit) {
      const rows = await db
        .selectFrom('decisions')
        .innerJoin('requests', 'requests.id', 'decisions.request_id')
        .selectAll('requests')
        .where('decisions.person', '=', person)
        .where(mayBeSeen(viewer))
        .orderBy('decisions.at', 'desc')
        .orderBy('requests.id', 'desc')
        .limit(pageSize(limit, MAX_DECIDED))
        .execute();
      return rows.map(requestFromRow);
    },
  };
}

function bounded(ids: readonly RequestId[]): readonly RequestId[] {
  invariant(ids.length <= MAX_REQUESTS, 'No list shows so many requests at once');
  return ids;
}

async function seenAmong(db: Kysely<Database>, ids: readonly RequestId[], viewer: Viewer | null) {
  if (viewer === null || ids.length === 0) return ids;
  const rows = await db.selectFrom('requests').select('id').where('id', 'in', ids).where(mayBeSeen(viewer)).execute();
  return rows.map(({ id }) => requestId(id));
}

async function decisionsOf(db: Kysely<Database>, ids: readonly RequestId[]) {
  if (ids.length === 0) return new Map<RequestId, never>();
  const rows = await db
    .selectFrom('decisions')
    .selectAll()
    .where('request_id', 'in', ids)
    .orderBy('at')
    .orderBy('person')
    .execute();
  return byRequest(ids, rows, { of: (row) => row.request_id, as: decisionFromRow });
}

async function effectsOf(db: Kysely<Database>, ids: readonly RequestId[]) {
  if (ids.length === 0) return new Map<RequestId, never>();
  const rows = await db
    .selectFrom('effects')
    .selectAll()
    .where('request_id', 'in', ids)
    .orderBy('attempt')
    .orderBy('position')
    .execute();
  return byRequest(ids, rows, { of: (row) => row.request_id, as: effectFromRow });
}

async function questionsOf(db: Kysely<Database>, ids: readonly RequestId[]) {
  if (ids.length === 0) return new Map<RequestId, never>();
  const rows = await db.selectFrom('questions').selectAll().where('request_id', 'in', ids).orderBy('id').execute();
  return byRequest(ids, rows, { of: (row) => row.request_id, as: questionFromRow });
}

async function suggestionsOf(db: Kysely<Database>, ids: readonly RequestId[], column: 'request_id' | 'taken_by') {
  if (ids.length === 0) return new Map<RequestId, never>();
  const rows = await db.selectFrom('suggestions').selectAll().where(column, 'in', ids).orderBy('id').execute();
  return byRequest(ids, rows, { of: (row) => row[column], as: suggestionFromRow });
}

async function followersOf(db: Kysely<Database>, ids: readonly RequestId[], viewer: Viewer | null) {
  if (ids.length === 0) return new Map<RequestId, never>();
  const rows = await db
    .selectFrom('requests')
    .selectAll()
    .where('follows', 'in', ids)
    .where(mayBeSeen(viewer))
    .where('state', '<>', 'draft')
    .orderBy('id')
    .execute();
  return byRequest(ids, rows, { of: (row) => row.follows, as: (row) => followerOf(requestFromRow(row)) });
}
