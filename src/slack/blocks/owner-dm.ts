import type { RequestPicture } from '#workflow/picture.ts';
import type { Pointers } from '../ids.ts';
import { type DrawnMessage, sentences } from './drawn-message.ts';
import { leadOnButtons } from './lead-on.ts';
import { type Line, linesBlock } from './line.ts';
import { digestLine, practiceSentence, whoLine } from './request-lines.ts';

export interface EndedKey {
  readonly name: string;
  readonly projectName: string;
}

/** What the owner of a key reads when somebody else's request ended it, with the way to a new one. */
export function drawOwnerDm(pointers: Pointers, picture: RequestPicture, key: EndedKey): DrawnMessage {
  const lead: Line = [
    'Your key ',
    { bold: key.name, max: 100 },
    ' in ',
    { said: key.projectName, max: 100 },
    ' was revoked. It stopped at once.',
  ];
  const lines = [
    ...(picture.isPractice ? [[{ bold: practiceSentence }]] : []),
    lead,
    whoLine(picture),
    digestLine(picture),
  ];
  const { id } = picture.record.terms;
  const buttons = [...leadOnButtons(pointers, picture)];
  return {
    text: sentences(lines),
    blocks: [
      linesBlock(`owner.${id}.lines`, lines),
      ...(buttons.length === 0
        ? []
        : [{ type: 'actions' as const, block_id: `owner.${id}.actions`, elements: buttons }]),
    ],
  };
}
