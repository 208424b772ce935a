import type { RequestPicture } from '#workflow/picture.ts';
import type { Pointers } from '../ids.ts';
import { additionBlocks, lastAdditionLines } from './additions.ts';
import { requestButton } from './buttons.ts';
import { type DrawnMessage, sentences } from './drawn-message.ts';
import { type Line, linesBlock } from './line.ts';
import { digestLine, practiceSentence, titleLine, whoLine } from './request-lines.ts';
import { stateLine } from './state-line.ts';

/** Why somebody is spoken to about a request that they could decide on. */
export const becauses = ['reminded', 'nudged', 'moved'] as const;
export type Because = (typeof becauses)[number];

function leadLine({ record }: RequestPicture, because: Because): Line {
  const { name } = record.terms.requester;
  if (record.state !== 'pending') return ['You were asked to look at this. It needs nothing from you any more.'];
  switch (because) {
    case 'reminded':
      return [{ bold: 'This waits for a decision' }, ', since ', { at: record.createdAt }, '. Could you look at it?'];
    case 'nudged':
      return [{ bold: `${name} asks once more`, max: 100 }, '. Could you look at it?'];
    case 'moved':
      return [{ bold: 'You may decide on this now' }, ': those who were asked first have not. Could you look at it?'];
  }
}

/** What one person reads whom the bot asks for a decision; the decision itself is taken where the plan is read. */
export function drawReminder(pointers: Pointers, picture: RequestPicture, because: Because): DrawnMessage {
  const { record, isPractice } = picture;
  const blockId = (part: string): string => `reminder.${record.terms.id}.${record.revision}.${part}`;
  const lead = leadLine(picture, because);
  const lines = [lead, titleLine(picture), whoLine(picture), stateLine(picture), digestLine(picture)];
  const buttons = (['request.approve', 'request.details', 'request.aside'] as const).map((action) =>
    requestButton(pointers, action, record),
  );
  return {
    text: sentences([
      lead,
      titleLine(picture),
      whoLine(picture),
      ...lastAdditionLines(picture),
      ...(isPractice ? [[practiceSentence]] : []),
    ]),
    blocks: [
      linesBlock(blockId('lines'), isPractice ? [[{ bold: practiceSentence }], ...lines] : lines),
      ...additionBlocks(blockId('additions'), picture),
      ...(record.state === 'pending'
        ? [{ type: 'actions' as const, block_id: blockId('actions'), elements: buttons }]
        : []),
    ],
  };
}
