import type { Kysely } from 'kysely';
import { personId, slackUserId } from '#domain/ids.ts';
import type { FoundingReader } from '#workflow/ports/founding.ts';
import type { Database } from '../tables/database.ts';

// Two found an installation; presses after that are refused.
const MOST_FOUNDERS = 10;

export function createFoundingReader(db: Kysely<Database>): FoundingReader {
  return {
    async founders(subject) {
      const rows = await db
        .selectFrom('founders')
        .selectAll()
        .where('subject', '=', subject)
        .orderBy('at')
        .orderBy('person')
        .limit(MOST_FOUNDERS)
        .execute();
      return rows.map(({ person, slack_id, name, at }) => ({
        person: personId(person),
        slackId: slackUserId(slack_id),
        name,
        at,
      }));
    },
  };
}
