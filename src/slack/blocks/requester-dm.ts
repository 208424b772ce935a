import type { Button } from '@slack/types';
import { heldUntil } from '#approvals/held.ts';
import type { RequestPicture } from '#workflow/picture.ts';
import type { Pointers, RequestAction } from '../ids.ts';
import { requestButton } from './buttons.ts';
import { type DrawnMessage, sentences } from './drawn-message.ts';
import { leadOnButtons } from './lead-on.ts';
import { type Line, linesBlock, type Piece } from './line.ts';
import { digestLine, practiceSentence, titleLine } from './request-lines.ts';
import { stateLine } from './state-line.ts';
import { plain } from './text.ts';

function actionsOf({ record, decisions }: RequestPicture): readonly RequestAction[] {
  const { state } = record;
  switch (state) {
    case 'waiting':
      if (heldUntil(record, decisions) !== null) return ['request.details', 'request.cancel'];
      return ['request.collect', 'request.details', 'request.cancel'];
    case 'pending':
      return ['request.details', 'request.change', 'request.cancel'];
    case 'draft':
    case 'approved':
      return ['request.details', 'request.cancel'];
    case 'executing':
    case 'unknown':
    case 'needs_human':
    case 'succeeded':
    case 'simulated':
    case 'partial':
    case 'failed':
    case 'stale':
    case 'denied':
    case 'cancelled':
      return [];
    case 'expired':
      return ['request.change'];
  }
}

// A draft comes as a message only when its window may be closed by now.
function ownButton(pointers: Pointers, action: RequestAction, record: RequestPicture['record']): Button {
  const button = requestButton(pointers, action, record);
  const isToSend = record.state === 'draft' && action === 'request.details';
  return isToSend ? { ...button, text: plain('Look and send'), style: 'primary' } : button;
}

/** What the requester has to know first: that it is their turn, or where it stands. */
function leadLine(picture: RequestPicture): Line {
  const { record, decisions } = picture;
  if (record.state === 'draft' && record.deadline !== null)
    return [
      'This took a while and is ready now. Nobody is asked before you send it, until ',
      { at: record.deadline },
      '.',
    ];
  if (record.state !== 'waiting' || heldUntil(record, decisions) !== null) return stateLine(picture);
  const approver = decisions.findLast((decision) => decision.kind === 'approve');
  const who: Piece[] = approver === undefined ? [] : [{ said: approver.name, max: 80 }, ' approved. '];
  const until: Piece[] = record.deadline === null ? ['.'] : [', until ', { at: record.deadline }, '.'];
  return [...who, 'Your key is made when you press', ...until];
}

/** The requester's one message about a request; updated in place, so that it always says where the request stands now. */
export function drawRequesterDm(pointers: Pointers, picture: RequestPicture): DrawnMessage {
  const { record, isPractice } = picture;
  const lines = [titleLine(picture), leadLine(picture), digestLine(picture)];
  const own = actionsOf(picture).map((action) => ownButton(pointers, action, record));
  const buttons = [...own, ...leadOnButtons(pointers, picture)];
  const blockId = (part: string): string => `dm.${record.terms.id}.${record.revision}.${part}`;
  return {
    text: sentences([
      leadLine(picture),
      titleLine(picture),
      digestLine(picture),
      ...(isPractice ? [[practiceSentence]] : []),
    ]),
    blocks: [
      linesBlock(blockId('lines'), isPractice ? [[{ bold: practiceSentence }], ...lines] : lines),
      ...(buttons.length === 0 ? [] : [{ type: 'actions' as const, block_id: blockId('actions'), elements: buttons }]),
    ],
  };
}
