import type { Button } from '@slack/types';
import { decideUntil } from '#approvals/deadline.ts';
import { heldUntil } from '#approvals/held.ts';
import { roughly } from '#domain/instant.ts';
import type { Wait } from '#workflow/asking/wait.ts';
import type { RequestPicture } from '#workflow/picture.ts';
import type { Pointers, RequestAction } from '../ids.ts';
import { additionBlocks, lastAdditionLines } from './additions.ts';
import { requestButton } from './buttons.ts';
import { type DrawnMessage, sentences } from './drawn-message.ts';
import { leadOnButtons } from './lead-on.ts';
import { type Line, linesBlock, type Piece } from './line.ts';
import { digestLine, practiceSentence, titleLine } from './request-lines.ts';
import { laterPieces, stateLine } from './state-line.ts';
import { plain } from './text.ts';

function actionsOf({ record, decisions }: RequestPicture): readonly RequestAction[] {
  const { state } = record;
  switch (state) {
    case 'waiting':
      if (heldUntil(record, decisions) !== null) return ['request.details', 'request.cancel'];
      return ['request.collect', 'request.details', 'request.cancel'];
    case 'pending':
      return ['request.nudge', 'request.add', 'request.details', 'request.change', 'request.cancel'];
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

/** `2 of 5 within their working hours`: how likely an answer is now, as far as hours say. */
function awakePieces({ people, atWork }: Wait): Piece[] {
  if (people === 1) return [atWork === 1 ? 'within their working hours' : 'outside their working hours now'];
  return [`${atWork === 0 ? 'none' : atWork} of ${people} within their working hours`];
}

/** Who was asked and how the waiting goes. */
function waitLine({ couldDecide, named, later }: RequestPicture, wait: Wait): Line {
  if (wait.people === 0) {
    const [next] = later;
    const then: Line =
      next === undefined
        ? [' Speak to one of them: they still can.']
        : [' From ', { at: next.at }, ' ', { said: next.from, max: 60 }, ' is asked.'];
    return ['Everybody who could decide has said that it is not for them.', ...then];
  }
  const whom = couldDecide.slice(0, named).flatMap((user, place): Piece[] => [place === 0 ? '' : ', ', { user }]);
  const groups: Piece = { said: wait.groups.join(' or '), max: 120 };
  return [
    'Asked ',
    ...(whom.length === 0 ? [groups] : [...whom, ' of ', groups]),
    ' · ',
    ...awakePieces(wait),
    ...(wait.usualMs === null ? [] : [` · usual answer ${roughly(wait.usualMs)}`]),
    ...laterPieces({ later }),
  ];
}

/** What the requester has to know while others decide; the card says the same to these. */
function waitingLines(picture: RequestPicture, wait: Wait): Line[] {
  const { record, decisions, stillNeeds, frozen: whyFrozen } = picture;
  const approvals = decisions.filter(({ kind }) => kind === 'approve');
  const agreed = approvals.flatMap(({ name }): Piece[] => [{ said: name, max: 80 }, ' approved. ']);
  const needs: Line = [
    ...agreed,
    'Needs ',
    { said: stillNeeds || 'nobody else' },
    ', until ',
    { at: decideUntil(record) },
  ];
  const outcome: Line[] = record.outcome === '' ? [] : [[{ said: record.outcome, max: 300 }]];
  const frozen: Line[] = whyFrozen === null ? [] : [[{ bold: 'Frozen: ' }, { said: whyFrozen, max: 300 }]];
  return [...outcome, needs, waitLine(picture, wait), ...frozen];
}

/**
 * The requester's one message about a request; updated in place, so that it always says where the request stands now. `wait` is how the
 * waiting for approvers goes; null where nobody is waited for.
 */
export function drawRequesterDm(pointers: Pointers, picture: RequestPicture, wait: Wait | null = null): DrawnMessage {
  const { record, isPractice } = picture;
  const state = wait === null ? [leadLine(picture)] : waitingLines(picture, wait);
  const lines = [titleLine(picture), ...state, digestLine(picture)];
  const own = actionsOf(picture).map((action) => ownButton(pointers, action, record));
  const buttons = [...own, ...leadOnButtons(pointers, picture)];
  const blockId = (part: string): string => `dm.${record.terms.id}.${record.revision}.${part}`;
  return {
    text: sentences([
      ...state,
      titleLine(picture),
      ...lastAdditionLines(picture),
      digestLine(picture),
      ...(isPractice ? [[practiceSentence]] : []),
    ]),
    blocks: [
      linesBlock(blockId('lines'), isPractice ? [[{ bold: practiceSentence }], ...lines] : lines),
      ...additionBlocks(blockId('additions'), picture, true),
      ...(buttons.length === 0 ? [] : [{ type: 'actions' as const, block_id: blockId('actions'), elements: buttons }]),
    ],
  };
}
