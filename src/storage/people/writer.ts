import type { Transaction } from 'kysely';
import type { BindingWriter } from '#workflow/ports/bindings.ts';
import { toJsonText } from '../json-text.ts';
import type { Database } from '../tables/database.ts';
import { createBindingReader } from './reader.ts';

export function createBindingWriter(trx: Transaction<Database>): BindingWriter {
  return {
    ...createBindingReader(trx),
    async bind({ person, name, accounts, openaiId, openaiEmail, unit }, { requestId, at }) {
      const row = {
        name,
        accounts: toJsonText(accounts.map((account) => ({ ...account }))),
        openai_id: openaiId,
        openai_email: openaiEmail,
        unit,
        state: 'bound',
        why: '',
        since: at,
        bound_by_request: requestId,
      };
      await trx
        .insertInto('people')
        .values({ ...row, person, source: 'match' })
        .onConflict((conflict) => conflict.column('person').doUpdateSet(row))
        .execute();
    },
    async unbind(person) {
      const { numDeletedRows } = await trx.deleteFrom('people').where('person', '=', person).executeTakeFirst();
      return numDeletedRows === 1n;
    },
    async suspend(person, why, at) {
      const { numUpdatedRows } = await trx
        .updateTable('people')
        .set({ state: 'suspended', why, since: at })
        .where('person', '=', person)
        .where('state', '=', 'bound')
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    async keepList({ lines, source, at }) {
      const rows = toJsonText(lines.map((line) => ({ ...line, slack: [...line.slack], also: [...line.also] })));
      const { id } = await trx
        .insertInto('people_proposals')
        .values({ rows, source, at })
        .returning('id')
        .executeTakeFirstOrThrow();
      return id;
    },
  };
}
