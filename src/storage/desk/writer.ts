import type { Transaction } from 'kysely';
import type { DeskWriter } from '#workflow/ports/desk.ts';
import type { Database } from '../tables/database.ts';
import { bystanderToRow } from './desk-row.ts';
import { createDeskReader } from './reader.ts';

export function createDeskWriter(trx: Transaction<Database>): DeskWriter {
  return {
    ...createDeskReader(trx),
    ...peopleWriter(trx),
    ...roundsWriter(trx),
    ...onceWriter(trx),
    ...tellingWriter(trx),
  };
}

const changed = ({ numUpdatedRows }: { numUpdatedRows: bigint }): boolean => numUpdatedRows === 1n;
const inserted = ({ numInsertedOrUpdatedRows: rows }: { numInsertedOrUpdatedRows?: bigint | undefined }): boolean =>
  rows === 1n;

function peopleWriter(trx: Transaction<Database>): Pick<DeskWriter, 'stepAside' | 'comeBack' | 'look'> {
  return {
    stepAside: async (who) =>
      inserted(
        await trx
          .insertInto('stood_aside')
          .values(bystanderToRow(who))
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst(),
      ),
    async comeBack({ requestId, person }) {
      const { numDeletedRows } = await trx
        .deleteFrom('stood_aside')
        .where('request_id', '=', requestId)
        .where('person', '=', person)
        .executeTakeFirst();
      return numDeletedRows === 1n;
    },
    async look(who) {
      await trx
        .insertInto('looks')
        .values(bystanderToRow(who))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
  };
}

function roundsWriter(trx: Transaction<Database>): Pick<DeskWriter, 'begin' | 'advance' | 'hurry' | 'close'> {
  return {
    begin: async ({ requestId, askedAt, dueAt, movesAt }) =>
      inserted(
        await trx
          .insertInto('rounds')
          .values({ request_id: requestId, asked_at: askedAt, round: 0, due_at: dueAt, moves_at: movesAt })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst(),
      ),
    advance: async (id, { round, isRound, dueAt }) =>
      changed(
        await trx
          .updateTable('rounds')
          .set({ round: isRound ? round + 1 : round, due_at: dueAt, closed_at: null })
          .where('request_id', '=', id)
          .where('round', '=', round)
          .executeTakeFirst(),
      ),
    async hurry(id, now) {
      await trx
        .updateTable('rounds')
        .set({ due_at: now })
        .where('request_id', '=', id)
        .where('due_at', '>', now)
        .execute();
    },
    close: async (id, at) =>
      changed(
        await trx
          .updateTable('rounds')
          .set({ closed_at: at })
          .where('request_id', '=', id)
          .where('closed_at', 'is', null)
          .executeTakeFirst(),
      ),
  };
}

/** What is done once, whoever sees at the same moment that it is time. */
function onceWriter(trx: Transaction<Database>): Pick<DeskWriter, 'move' | 'nudge'> {
  return {
    move: async (id, { seen, at, next }) =>
      changed(
        await trx
          .updateTable('rounds')
          .set({ moved_at: at, moves_at: next })
          .where('request_id', '=', id)
          .where('moves_at', '=', seen)
          .executeTakeFirst(),
      ),
    nudge: async (id, { at, notSince }) =>
      changed(
        await trx
          .updateTable('rounds')
          .set({ nudged_at: at })
          .where('request_id', '=', id)
          .where((eb) => eb.or([eb('nudged_at', 'is', null), eb('nudged_at', '<=', notSince)]))
          .executeTakeFirst(),
      ),
  };
}

function tellingWriter(trx: Transaction<Database>): Pick<DeskWriter, 'mention' | 'add' | 'answered' | 'digest'> {
  return {
    mention: async (mention) =>
      inserted(
        await trx
          .insertInto('mentions')
          .values({ ...bystanderToRow(mention), number: mention.number, kind: mention.kind })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst(),
      ),
    async add({ requestId, slackId, text, at }) {
      await trx.insertInto('additions').values({ request_id: requestId, slack_id: slackId, text, at }).execute();
    },
    async answered({ requestId, rule, tookMs, at }) {
      await trx
        .insertInto('answer_times')
        .values({ request_id: requestId, rule, took_ms: tookMs, at })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    digest: async (slackId, { at, notSince }) =>
      inserted(
        await trx
          .insertInto('digests')
          .values({ slack_id: slackId, sent_at: at })
          .onConflict((conflict) =>
            conflict.column('slack_id').doUpdateSet({ sent_at: at }).where('digests.sent_at', '<=', notSince),
          )
          .executeTakeFirst(),
      ),
  };
}
