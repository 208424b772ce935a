import type { Kysely } from 'kysely';
import { personId, requestId, type RequestId } from '#domain/ids.ts';
import { invariant } from '#domain/invariant.ts';
import type { DeskReader } from '#workflow/ports/desk.ts';
import { pageSize } from '../page-size.ts';
import { byRequest } from '../requests/by-request.ts';
import type { Database } from '../tables/database.ts';
import { additionFromRow, mentionFromRow, roundFromRow } from './desk-row.ts';

// As many as one person's list may hold.
const MAX_REQUESTS = 200;
// One job's batch.
const MAX_DUE = 200;
// More people than any policy names for one request.
const MAX_PEOPLE = 500;
const MAX_TIMES = 100;

export function createDeskReader(db: Kysely<Database>): DeskReader {
  const people = async (table: 'stood_aside' | 'looks', ids: readonly RequestId[]) => {
    const rows = await db
      .selectFrom(table)
      .select(['request_id', 'person'])
      .where('request_id', 'in', ids)
      .orderBy('at')
      .orderBy('person')
      .execute();
    return byRequest(ids, rows, { of: (row) => row.request_id, as: (row) => personId(row.person) });
  };
  return {
    aside: async (ids) => (bounded(ids).length === 0 ? new Map() : people('stood_aside', ids)),
    async asking(ids) {
      if (bounded(ids).length === 0) return new Map();
      const mentions = await mentionsOf(db, ids);
      const additions = await additionsOf(db, ids);
      const rounds = await db.selectFrom('rounds').selectAll().where('request_id', 'in', ids).execute();
      const aside = await people('stood_aside', ids);
      const looked = await people('looks', ids);
      const round = new Map(rounds.map((row) => [row.request_id, roundFromRow(row)]));
      return new Map(
        ids.map((id) => [
          id,
          {
            round: round.get(id) ?? null,
            mentions: mentions.get(id) ?? [],
            aside: aside.get(id) ?? [],
            looked: looked.get(id) ?? [],
            additions: additions.get(id) ?? [],
          },
        ]),
      );
    },
    async due(now, limit) {
      const rows = await db
        .selectFrom('requests')
        .leftJoin('rounds', 'rounds.request_id', 'requests.id')
        .select('requests.id')
        .where('requests.state', '=', 'pending')
        .where((eb) =>
          eb.or([eb('rounds.due_at', 'is', null), eb('rounds.due_at', '<=', now), eb('rounds.moves_at', '<=', now)]),
        )
        .orderBy('rounds.due_at')
        .orderBy('requests.id')
        .limit(pageSize(limit, MAX_DUE))
        .execute();
      return rows.map(({ id }) => requestId(id));
    },
    async toClose(limit) {
      const rows = await db
        .selectFrom('rounds')
        .innerJoin('requests', 'requests.id', 'rounds.request_id')
        .select('rounds.request_id')
        .where('rounds.closed_at', 'is', null)
        .where('requests.state', 'not in', ['draft', 'pending'])
        .orderBy('rounds.due_at')
        .limit(pageSize(limit, MAX_DUE))
        .execute();
      return rows.map((row) => requestId(row.request_id));
    },
    async mentionsSince(who, at) {
      invariant(who.length <= MAX_PEOPLE, 'No request is for so many people');
      if (who.length === 0) return new Map();
      const rows = await db
        .selectFrom('mentions')
        .select((eb) => ['person', eb.fn.countAll<number>().as('times')])
        .where('person', 'in', who)
        .where('at', '>=', at)
        .groupBy('person')
        .execute();
      return new Map(rows.map(({ person, times }) => [personId(person), times]));
    },
    async answerTimes(rule, limit) {
      const rows = await db
        .selectFrom('answer_times')
        .select('took_ms')
        .where('rule', '=', rule)
        .orderBy('at', 'desc')
        .orderBy('request_id', 'desc')
        .limit(pageSize(limit, MAX_TIMES))
        .execute();
      return rows.map((row) => row.took_ms);
    },
  };
}

function bounded(ids: readonly RequestId[]): readonly RequestId[] {
  invariant(ids.length <= MAX_REQUESTS, 'No list shows so many requests at once');
  return ids;
}

async function mentionsOf(db: Kysely<Database>, ids: readonly RequestId[]) {
  const rows = await db
    .selectFrom('mentions')
    .selectAll()
    .where('request_id', 'in', ids)
    .orderBy('at')
    .orderBy('person')
    .execute();
  return byRequest(ids, rows, { of: (row) => row.request_id, as: mentionFromRow });
}

async function additionsOf(db: Kysely<Database>, ids: readonly RequestId[]) {
  const rows = await db.selectFrom('additions').selectAll().where('request_id', 'in', ids).orderBy('id').execute();
  return byRequest(ids, rows, { of: (row) => row.request_id, as: additionFromRow });
}
