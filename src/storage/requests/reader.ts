import type { ExpressionBuilder, Kysely } from 'kysely';
import { finalStates } from '#approvals/state.ts';
import type { RequestFilter, RequestReader } from '#workflow/ports/requests.ts';
import type { Viewer } from '#workflow/ports/sight.ts';
import { pageSize } from '../page-size.ts';
import type { Database } from '../tables/database.ts';
import { createBesideReader } from './beside-reader.ts';
import { decisionFromRow } from './decision-row.ts';
import { effectFromRow } from './effect-row.ts';
import { followerOf } from './follower.ts';
import { historyOf } from './history.ts';
import { askDigestOf } from './ask-digest.ts';
import { requestFromRow } from './request-row.ts';
import { isAboutSeen, mayBeSeen } from './seen.ts';
import { parseShortId } from './short-id.ts';

// One screen or one job's batch; a caller that wants more asks again by a narrower filter.
const MAX_LISTED = 1000;
// Two requests share 40 random bits once in a company's lifetime, if ever; more than a handful cannot be told apart by people anyway.
const MAX_SAME_SHORT_ID = 10;
// At most 50 steps and as many compensations a plan, two attempts: a bound against a runaway, never reached.
const MAX_EFFECTS = 500;
const MAX_TOUCHING = 20;
const MAX_FOLLOWERS = 20;

/** `viewer`: for whom it reads; left out, for the bot itself. */
export function createRequestReader(db: Kysely<Database>, viewer: Viewer | null = null): RequestReader {
  const seen = mayBeSeen(viewer);
  const isOfSeen = isAboutSeen(viewer, 'request_id');
  return {
    async find(id) {
      const row = await db.selectFrom('requests').selectAll().where('id', '=', id).where(seen).executeTakeFirst();
      return row === undefined ? null : requestFromRow(row);
    },
    async findByShortId(suffix) {
      const typed = parseShortId(suffix);
      if (typed === null) return [];
      const rows = await db
        .selectFrom('requests')
        .selectAll()
        .where('short_id', '=', typed.shortId)
        .where(seen)
        .orderBy('id', 'desc')
        .limit(MAX_SAME_SHORT_ID)
        .execute();
      return rows.filter((row) => row.id.endsWith(typed.suffix)).map(requestFromRow);
    },
    async list(filter) {
      return (await listQuery(db, filter).where(seen).execute()).map(requestFromRow);
    },
    async decisions(id) {
      const rows = await db
        .selectFrom('decisions')
        .selectAll()
        .where('request_id', '=', id)
        .where(isOfSeen)
        .orderBy('at')
        .orderBy('person')
        .execute();
      return rows.map(decisionFromRow);
    },
    async effects(id) {
      const rows = await db
        .selectFrom('effects')
        .selectAll()
        .where('request_id', '=', id)
        .where(isOfSeen)
        .orderBy('attempt')
        .orderBy('position')
        .limit(MAX_EFFECTS)
        .execute();
      return rows.map(effectFromRow);
    },
    async followers(id) {
      const rows = await db
        .selectFrom('requests')
        .selectAll()
        .where('follows', '=', id)
        .where(seen)
        .where('state', '<>', 'draft')
        .orderBy('id')
        .limit(MAX_FOLLOWERS)
        .execute();
      return rows.map(requestFromRow).map(followerOf);
    },
    ...createBesideReader(db, viewer),
    async countOpen(requester) {
      const { open } = await db
        .selectFrom('requests')
        .select((eb) => eb.fn.countAll().as('open'))
        .where('requester_person', '=', requester)
        .where(seen)
        .where('state', 'not in', ['draft', ...finalStates])
        .executeTakeFirstOrThrow();
      return Number(open);
    },
    async countAllOpen() {
      const { open } = await db
        .selectFrom('requests')
        .select((eb) => eb.fn.countAll().as('open'))
        .where('state', 'not in', ['draft', ...finalStates])
        .where(seen)
        .executeTakeFirstOrThrow();
      return Number(open);
    },
    async countSent(requester, since) {
      const { sent } = await db
        .selectFrom('requests')
        .select((eb) => eb.fn.countAll().as('sent'))
        .where('requester_person', '=', requester)
        .where(seen)
        .where('created_at', '>', since)
        .where(wasSent)
        .executeTakeFirstOrThrow();
      return Number(sent);
    },
    async countApprovals(person, since) {
      const { given } = await db
        .selectFrom('decisions')
        .select((eb) => eb.fn.countAll().as('given'))
        .where('person', '=', person)
        .where(isOfSeen)
        .where('at', '>', since)
        .where('kind', '=', 'approve')
        .executeTakeFirstOrThrow();
      return Number(given);
    },
    async deniedSince(ask, since) {
      const row = await db
        .selectFrom('requests')
        .selectAll()
        .where('ask_digest', '=', askDigestOf(ask.operation, ask.input))
        .where('state', '=', 'denied')
        .where(seen)
        .where('ended_at', '>', since)
        .orderBy('ended_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? null : requestFromRow(row);
    },
    history: (requester, about) => historyOf(db, { requester, viewer }, about),
    async effectsTouching(resourceId) {
      const rows = await effectsTouchingQuery(db, resourceId)
        .where(isAboutSeen(viewer, 'effects.request_id'))
        .execute();
      return rows.map(effectFromRow);
    },
  };
}

/** A draft that ended without being sent made one move; whatever was sent and ended made two at least. */
function wasSent(is: ExpressionBuilder<Database, 'requests'>) {
  return is.or([is('state', 'not in', ['draft', ...finalStates]), is('revision', '>=', 2)]);
}

function listQuery(db: Kysely<Database>, filter: RequestFilter) {
  let query = db.selectFrom('requests').selectAll();
  if (filter.states !== undefined) query = query.where('state', 'in', filter.states);
  if (filter.requester !== undefined) query = query.where('requester_slack_id', '=', filter.requester);
  if (filter.dueBy !== undefined) query = query.where('deadline', '<=', filter.dueBy);
  const { readyBy } = filter;
  if (readyBy !== undefined)
    query = query.where((is) =>
      is.or([is('ready_at', '<=', readyBy), is.and([is('ready_at', 'is', null), is('state', '=', 'approved')])]),
    );
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(pageSize(filter.limit, MAX_LISTED));
}

function effectsTouchingQuery(db: Kysely<Database>, resourceId: string) {
  return db
    .selectFrom('effects')
    .innerJoin('effect_resources as touched', (join) =>
      join
        .onRef('touched.request_id', '=', 'effects.request_id')
        .onRef('touched.attempt', '=', 'effects.attempt')
        .onRef('touched.position', '=', 'effects.position'),
    )
    .selectAll('effects')
    .where('touched.resource_id', '=', resourceId)
    .orderBy('effects.started_at', 'desc')
    .orderBy('effects.attempt', 'desc')
    .orderBy('effects.position', 'desc')
    .limit(MAX_TOUCHING);
}
