import type { Kysely, Selectable } from 'kysely';
import type { Freeze } from '#approvals/freeze.ts';
import type { FreezeScope } from '#domain/freeze-scope.ts';
import { slackUserId } from '#domain/ids.ts';
import { type FreezeReader, mostFreezes } from '#workflow/ports/freezes.ts';
import { fromJsonText } from '../json-text.ts';
import type { Database } from '../tables/database.ts';
import type { FreezesTable } from '../tables/freezes.ts';

export function freezeFromRow(row: Selectable<FreezesTable>): Freeze {
  return {
    id: row.id,
    scope: fromJsonText(row.scope) as FreezeScope,
    by: { slackId: slackUserId(row.by_slack_id), name: row.by_name },
    why: row.why,
    at: row.at,
  };
}

export function createFreezeReader(db: Kysely<Database>): FreezeReader {
  return {
    async active() {
      const rows = await db
        .selectFrom('freezes')
        .selectAll()
        .where('ended_at', 'is', null)
        .orderBy('id')
        .limit(mostFreezes)
        .execute();
      return rows.map(freezeFromRow);
    },
  };
}
