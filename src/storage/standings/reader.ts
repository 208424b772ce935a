import type { Kysely } from 'kysely';
import type { LastWord, StandingReader } from '#workflow/ports/standings.ts';
import type { Database } from '../tables/database.ts';

export function createStandingReader(db: Kysely<Database>): StandingReader {
  return {
    async last(slackId) {
      const row = await db.selectFrom('standings').selectAll().where('slack_id', '=', slackId).executeTakeFirst();
      return row === undefined ? null : { word: row.word as LastWord['word'], at: row.at };
    },
  };
}
