import type { RichTextBlock, RichTextQuote } from '@slack/types';
import { openQuestion, type Question } from '#approvals/question.ts';
import { isFinal } from '#approvals/state.ts';
import type { RequestPicture } from '#workflow/picture.ts';
import { type Line, section } from './line.ts';

/**
 * What somebody wrote, as a quotation of one line: whatever it imitates, it stands behind the bar, and who wrote it stands before it in our
 * own words.
 */
function quoted(text: string): RichTextQuote {
  return { type: 'rich_text_quote', elements: section([{ said: text, max: 500 }]).elements };
}

const askedLine = ({ by, at }: Question): Line => [
  { said: by.name, max: 80 },
  ' (',
  { user: by.slackId },
  ') asked ',
  { at },
  ':',
];

function answeredLine(picture: RequestPicture, at: number): Line {
  const { name, slackId } = picture.record.terms.requester;
  return [{ said: name, max: 80 }, ' (', { user: slackId }, ') answered ', { at }, ':'];
}

function elementsOf(picture: RequestPicture, question: Question): RichTextBlock['elements'] {
  const { answer } = question;
  const asked = [section(askedLine(question)), quoted(question.text)];
  return answer === null ? asked : [...asked, section(answeredLine(picture, answer.at)), quoted(answer.text)];
}

/** What an open question does to the clock, for as long as anybody can still decide. */
function pauseLine(picture: RequestPicture): Line[] {
  const { record, questions } = picture;
  const open = openQuestion(questions);
  if (open === null || isFinal(record.state)) return [];
  const stops = open.id === questions[0]?.id && record.pausedMs > 0;
  return [[stops ? 'It waits for an answer; the clock stands still meanwhile.' : 'It waits for an answer.']];
}

/** The newest question with its answer, for what is read aloud. */
export function lastQuestionLines(picture: RequestPicture): Line[] {
  const last = picture.questions.at(-1);
  if (last === undefined) return [];
  const { answer } = last;
  const asked: Line = [...askedLine(last), ' “', { said: last.text, max: 500 }, '”'];
  return answer === null
    ? [asked]
    : [asked, [...answeredLine(picture, answer.at), ' “', { said: answer.text, max: 500 }, '”']];
}

/** Questions and answers, oldest first, for the card and for every modal. Nothing where nothing was asked. */
export function questionBlocks(blockId: string, picture: RequestPicture): RichTextBlock[] {
  if (picture.questions.length === 0) return [];
  const elements = picture.questions.flatMap((question) => elementsOf(picture, question));
  return [{ type: 'rich_text', block_id: blockId, elements: [...elements, ...pauseLine(picture).map(section)] }];
}
