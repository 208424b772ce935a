import type { Button } from '@slack/types';
import type { Suggestion } from '#approvals/suggestion.ts';
import { shortRequestId } from '#domain/ids.ts';
import { isFinal } from '#approvals/state.ts';
import type { RequestPicture } from '#workflow/picture.ts';
import { type Pointers, sealSuggestion, type SuggestionAction } from '../ids.ts';
import { type DrawnMessage, sentences } from './drawn-message.ts';
import { type Line, linesBlock } from './line.ts';
import { digestLine, practiceSentence, titleLine } from './request-lines.ts';
import { fieldPieces } from './suggestions.ts';
import { fit, plain } from './text.ts';

const labels = { 'suggestion.take': 'Take it', 'suggestion.keep': 'Keep mine' } as const;

function button(pointers: Pointers, action: SuggestionAction, { id, requestId }: Suggestion): Button {
  return {
    type: 'button',
    action_id: action,
    text: plain(labels[action]),
    value: sealSuggestion(pointers, action, { requestId, suggestion: id }),
    accessibility_label: fit(`${labels[action]} ${shortRequestId(requestId)}`, 75),
    ...(action === 'suggestion.take' ? { style: 'primary' } : {}),
  };
}

function whatNow({ end }: Suggestion, isOver: boolean): Line {
  if (end.as === 'taken') return ['You took it: ', { code: shortRequestId(end.by) }, '.'];
  if (end.as === 'kept') return ['You kept what you asked for.'];
  return [
    isOver ? 'Your request has ended meanwhile.' : 'Taking it makes a new request, which you see before it is sent.',
  ];
}

/** What the requester reads when an approver would approve less: what it would be, and the two answers to it. */
export function drawSuggestionDm(pointers: Pointers, picture: RequestPicture, suggestion: Suggestion): DrawnMessage {
  const { record, isPractice } = picture;
  const isOver = isFinal(record.state);
  const { by, fields } = suggestion;
  const lead: Line = [
    { said: by.name, max: 80 },
    ' (',
    { user: by.slackId },
    ') would approve: ',
    ...fieldPieces(fields),
  ];
  const now = whatNow(suggestion, isOver);
  const practice: Line[] = isPractice ? [[{ bold: practiceSentence }]] : [];
  const lines = [...practice, lead, titleLine(picture), now, digestLine(picture)];
  const isOpen = suggestion.end.as === 'open' && !isOver;
  const blockId = (part: string): string => `suggestion.${record.terms.id}.${suggestion.id}.${record.revision}.${part}`;
  const elements = (['suggestion.take', 'suggestion.keep'] as const).map((each) => button(pointers, each, suggestion));
  return {
    text: sentences([lead, titleLine(picture), now, digestLine(picture), ...practice]),
    blocks: [
      linesBlock(blockId('lines'), lines),
      ...(isOpen ? [{ type: 'actions' as const, block_id: blockId('actions'), elements }] : []),
    ],
  };
}
