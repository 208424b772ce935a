import type { Question } from '#approvals/question.ts';
import type { RequestId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';

export interface QuestionReader {
  /** Oldest first; at most `mostQuestions`. */
  of(id: RequestId): Promise<readonly Question[]>;
}

export interface QuestionWriter extends QuestionReader {
  ask(question: Omit<Question, 'id' | 'answer'>): Promise<Question>;
  /** False when it has an answer already. */
  answer(id: number, answer: { readonly text: string; readonly at: Instant }): Promise<boolean>;
}
