import type { Transaction } from 'kysely';
import type { RequestWriter } from '#workflow/ports/requests.ts';
import type { Database } from '../tables/database.ts';
import { toJsonText } from '../json-text.ts';
import { decisionToRow } from './decision-row.ts';
import { type EffectKey, effectToRow, resourceRows } from './effect-row.ts';
import { createRequestReader } from './reader.ts';
import { requestToRow } from './request-row.ts';

export function createRequestWriter(trx: Transaction<Database>): RequestWriter {
  return {
    ...createRequestReader(trx),
    async insert(record) {
      await trx.insertInto('requests').values(requestToRow(record)).execute();
      const { id, confidential } = record.terms;
      const confidants = (confidential?.named ?? []).map(({ person }) => ({ request_id: id, person }));
      if (confidants.length > 0) await trx.insertInto('confidants').values(confidants).execute();
    },
    move: async (id, move) => (await moveQuery(trx, id, move).executeTakeFirst()).numUpdatedRows === 1n,
    async insertDecision(decision) {
      const { numInsertedOrUpdatedRows } = await trx
        .insertInto('decisions')
        .values(decisionToRow(decision))
        .onConflict((conflict) => conflict.columns(['request_id', 'person']).doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
    async dropDecision(id, person) {
      await trx.deleteFrom('decisions').where('request_id', '=', id).where('person', '=', person).execute();
    },
    async insertEffect(effect) {
      await trx.insertInto('effects').values(effectToRow(effect)).execute();
      await noteResources(trx, effect, effect.resourceIds);
    },
    async settleEffect(key, result) {
      const { numUpdatedRows } = await settleQuery(trx, key, result).executeTakeFirst();
      if (numUpdatedRows !== 1n) return false;
      await noteResources(trx, key, result.resourceIds);
      return true;
    },
  };
}

type Move = Parameters<RequestWriter['move']>[1];
type Settlement = Parameters<RequestWriter['settleEffect']>[1];

function moveQuery(trx: Transaction<Database>, id: string, move: Move) {
  const query = trx
    .updateTable('requests')
    .set({
      state: move.to,
      revision: move.revision + 1,
      deadline: move.deadline,
      ...(move.readyAt === undefined ? {} : { ready_at: move.readyAt }),
      ...(move.endedAt === undefined ? {} : { ended_at: move.endedAt }),
      ...(move.attempt === undefined ? {} : { attempt: move.attempt }),
      ...(move.pausedMs === undefined ? {} : { paused_ms: move.pausedMs }),
      ...(move.outcome === undefined ? {} : { outcome: move.outcome }),
    })
    .where('id', '=', id)
    .where('state', '=', move.from)
    .where('revision', '=', move.revision);
  const { before, readyBy } = move;
  // A request without a deadline does not pass: null is not after anything.
  const inTime = before === undefined ? query : query.where('deadline', '>', before);
  if (readyBy === undefined) return inTime;
  return inTime.where((is) => is.or([is('ready_at', 'is', null), is('ready_at', '<=', readyBy)]));
}

function settleQuery(trx: Transaction<Database>, key: EffectKey, result: Settlement) {
  return trx
    .updateTable('effects')
    .set({
      status: result.status,
      answer: toJsonText(result.answer),
      resource_ids: toJsonText(result.resourceIds),
      settled_at: result.settledAt,
    })
    .where('request_id', '=', key.requestId)
    .where('attempt', '=', key.attempt)
    .where('position', '=', key.position)
    .where('status', 'in', ['intent', 'unknown']);
}

/** Adds ids to what an effect is known to have touched. What was once touched stays findable, even if the last answer no longer names it. */
async function noteResources(
  trx: Transaction<Database>,
  key: EffectKey,
  resourceIds: readonly string[],
): Promise<void> {
  const rows = resourceRows(key, resourceIds);
  if (rows.length === 0) return;
  await trx
    .insertInto('effect_resources')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
