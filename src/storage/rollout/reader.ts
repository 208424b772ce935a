import type { Kysely, Selectable } from 'kysely';
import { requestId, slackUserId } from '#domain/ids.ts';
import type { RolloutWord } from '#policy/rollout-word.ts';
import { mostWords, type RolloutReader } from '#workflow/ports/rollout.ts';
import type { Database } from '../tables/database.ts';
import type { RolloutWordsTable } from '../tables/rollout-words.ts';

export function wordFromRow(row: Selectable<RolloutWordsTable>): RolloutWord {
  return {
    id: row.id,
    kind: row.kind as RolloutWord['kind'],
    selector: row.selector,
    group: row.group_name,
    mode: row.mode as RolloutWord['mode'],
    by: { slackId: slackUserId(row.by_slack_id), name: row.by_name },
    why: row.why,
    requestId: row.request_id === null ? null : requestId(row.request_id),
    at: row.at,
  };
}

export function createRolloutReader(db: Kysely<Database>): RolloutReader {
  return {
    async words() {
      const rows = await db
        .selectFrom('rollout_words')
        .selectAll()
        .where('replaced_by', 'is', null)
        .orderBy('id', 'desc')
        .limit(mostWords)
        .execute();
      return rows.map(wordFromRow);
    },
  };
}
