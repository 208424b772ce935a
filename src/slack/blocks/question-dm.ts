import type { Question } from '#approvals/question.ts';
import type { RequestPicture } from '#workflow/picture.ts';
import type { Pointers } from '../ids.ts';
import { requestButton } from './buttons.ts';
import { type DrawnMessage, sentences } from './drawn-message.ts';
import { type Line, linesBlock } from './line.ts';
import { questionBlocks } from './questions.ts';
import { digestLine, practiceSentence, titleLine } from './request-lines.ts';

/** What the requester reads when an approver asks something: the question, and what they can do about it. */
export function drawQuestionDm(pointers: Pointers, picture: RequestPicture, question: Question): DrawnMessage {
  const { record, isPractice } = picture;
  const isOpen = question.answer === null && record.state === 'pending';
  const said = isOpen
    ? ' has a question before deciding. Answer it, or change what you ask for.'
    : question.answer === null
      ? ' had a question. It needs no answer any more.'
      : ' had a question. You answered it.';
  const lead: Line = [{ said: question.by.name, max: 80 }, ' (', { user: question.by.slackId }, ')', said];
  const lines = [...(isPractice ? [[{ bold: practiceSentence }]] : []), lead, titleLine(picture), digestLine(picture)];
  const blockId = (part: string): string => `question.${record.terms.id}.${question.id}.${record.revision}.${part}`;
  const buttons = (['request.answer', 'request.change'] as const).map((action) =>
    requestButton(pointers, action, record),
  );
  return {
    text: sentences([lead, [{ said: question.text, max: 500 }], titleLine(picture), digestLine(picture)]),
    blocks: [
      linesBlock(blockId('lines'), lines),
      ...questionBlocks(blockId('quote'), { ...picture, questions: [question] }),
      ...(isOpen ? [{ type: 'actions' as const, block_id: blockId('actions'), elements: buttons }] : []),
    ],
  };
}
