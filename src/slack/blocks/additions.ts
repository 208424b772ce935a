import type { RichTextBlock } from '@slack/types';
import type { RequestPicture } from '#workflow/picture.ts';
import { type Line, section } from './line.ts';

type Addition = RequestPicture['additions'][number];

/** `own`: it is read by whoever wrote it. */
function addedLine({ record }: RequestPicture, at: Addition['at'], own: boolean): Line {
  const { name, slackId } = record.terms.requester;
  if (own) return ['You added ', { at }, ':'];
  return [{ said: name, max: 80 }, ' (', { user: slackId }, ') added ', { at }, ':'];
}

/** What the requester said later, oldest first, each behind the bar of a quotation; beside what was asked for, which it does not change. */
export function additionBlocks(blockId: string, picture: RequestPicture, own = false): RichTextBlock[] {
  if (picture.additions.length === 0) return [];
  const elements = picture.additions.flatMap(({ at, text }): RichTextBlock['elements'] => [
    section(addedLine(picture, at, own)),
    { type: 'rich_text_quote', elements: section([{ said: text, max: 500 }]).elements },
  ]);
  return [{ type: 'rich_text', block_id: blockId, elements }];
}

/** The newest of them, for what is read aloud. */
export function lastAdditionLines(picture: RequestPicture): Line[] {
  const last = picture.additions.at(-1);
  return last === undefined ? [] : [[...addedLine(picture, last.at, false), ' “', { said: last.text, max: 500 }, '”']];
}
