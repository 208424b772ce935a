import type { Transaction } from 'kysely';
import type { DebtWriter } from '#workflow/ports/debts.ts';
import { toJsonText } from '../json-text.ts';
import type { Database } from '../tables/database.ts';
import { createDebtReader, debtFromRow } from './reader.ts';

export function createDebtWriter(trx: Transaction<Database>): DebtWriter {
  return {
    ...createDebtReader(trx),
    async begin({ requestId, kind, by, title, incident, approvers, openedAt }) {
      const row = await trx
        .insertInto('debts')
        .values({
          request_id: requestId,
          kind,
          person: by.personId,
          slack_id: by.slackId,
          name: by.name,
          title,
          incident,
          approvers: toJsonText([...approvers]),
          opened_at: openedAt,
          told_at: openedAt,
        })
        .onConflict((conflict) => conflict.column('request_id').doNothing())
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? null : debtFromRow(row);
    },
    async close(id, { at, requestId }) {
      const { numUpdatedRows } = await trx
        .updateTable('debts')
        .set({ closed_at: at, closed_by_request: requestId })
        .where('id', '=', id)
        .where('closed_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    async remind(id, { before, at }) {
      const { numUpdatedRows } = await trx
        .updateTable('debts')
        .set({ told_at: at })
        .where('id', '=', id)
        .where('closed_at', 'is', null)
        .where('told_at', '<=', before)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}
