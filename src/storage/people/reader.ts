import type { Kysely, Selectable } from 'kysely';
import type { BoundPerson } from '#domain/bound-person.ts';
import { personId } from '#domain/ids.ts';
import { type BindingReader, mostPeople, type PeopleList } from '#workflow/ports/bindings.ts';
import { fromJsonText } from '../json-text.ts';
import type { Database } from '../tables/database.ts';
import type { PeopleTable } from '../tables/people.ts';

function fromRow(row: Selectable<PeopleTable>): BoundPerson {
  return {
    person: personId(row.person),
    name: row.name,
    accounts: fromJsonText(row.accounts) as BoundPerson['accounts'],
    openaiId: row.openai_id ?? '',
    openaiEmail: row.openai_email ?? '',
    unit: row.unit,
    state: row.state === 'bound' ? 'bound' : 'suspended',
    why: row.why,
    since: row.since,
    requestId: row.bound_by_request,
  };
}

export function createBindingReader(db: Kysely<Database>): BindingReader {
  return {
    async all() {
      const rows = await db.selectFrom('people').selectAll().orderBy('person').limit(mostPeople).execute();
      return rows.map(fromRow);
    },
    async list(id) {
      const row = await db.selectFrom('people_proposals').selectAll().where('id', '=', id).executeTakeFirst();
      if (row === undefined) return null;
      return { id: row.id, lines: fromJsonText(row.rows) as PeopleList['lines'], source: row.source, at: row.at };
    },
  };
}
