import type { Kysely, Selectable } from 'kysely';
import { mostQuestions, type Question } from '#approvals/question.ts';
import { personId, requestId, slackUserId } from '#domain/ids.ts';
import type { QuestionReader } from '#workflow/ports/questions.ts';
import type { Database } from '../tables/database.ts';
import type { QuestionsTable } from '../tables/questions.ts';

export function questionFromRow(row: Selectable<QuestionsTable>): Question {
  return {
    id: row.id,
    requestId: requestId(row.request_id),
    by: { person: personId(row.person), slackId: slackUserId(row.slack_id), name: row.name },
    text: row.text,
    at: row.at,
    answer: row.answer === null ? null : { text: row.answer, at: row.answered_at ?? row.at },
  };
}

export function createQuestionReader(db: Kysely<Database>): QuestionReader {
  return {
    async of(id) {
      const rows = await db
        .selectFrom('questions')
        .selectAll()
        .where('request_id', '=', id)
        .orderBy('id')
        .limit(mostQuestions)
        .execute();
      return rows.map(questionFromRow);
    },
  };
}
