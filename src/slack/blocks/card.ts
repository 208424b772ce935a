import type { Button } from '@slack/types';
import { heldUntil } from '#approvals/held.ts';
import { isFinal } from '#approvals/state.ts';
import type { RequestPicture } from '#workflow/picture.ts';
import { type Pointers, type RequestAction } from '../ids.ts';
import { requestButton } from './buttons.ts';
import { additionBlocks, lastAdditionLines } from './additions.ts';
import { type DrawnMessage, sentences } from './drawn-message.ts';
import { leadOnButtons } from './lead-on.ts';
import { lastQuestionLines, questionBlocks } from './questions.ts';
import { type Line, linesBlock } from './line.ts';
import {
  changesLine,
  deniedBeforeLine,
  digestLine,
  holdsLine,
  inverseLine,
  practiceSentence,
  titleLine,
  whoLine,
} from './request-lines.ts';
import { suggestionBlocks } from './suggestions.ts';
import { stateLine } from './state-line.ts';

/** The buttons of each state. Denying, approving and cancelling end with the approval; after it only a stop makes sense. */
function actionsOf({ record, decisions, canBeLess }: RequestPicture): readonly RequestAction[] {
  const { state } = record;
  if (heldUntil(record, decisions) !== null) return ['request.cancel', 'request.details'];
  if (state === 'pending') {
    const less = canBeLess ? (['request.suggest'] as const) : [];
    return ['request.approve', 'request.deny', 'request.ask', ...less, 'request.details', 'request.cancel'];
  }
  return state === 'approved' || state === 'waiting' ? ['request.stop'] : [];
}

/** What an approver reads before the buttons: never more than seven lines, because that is what a phone shows without scrolling. */
export function cardLines(picture: RequestPicture): readonly Line[] {
  const body = [titleLine(picture), whoLine(picture), changesLine(picture)];
  if (!isFinal(picture.record.state)) body.push(holdsLine(picture), inverseLine(picture));
  if (picture.deniedBefore !== null) body.push(deniedBeforeLine(picture.deniedBefore));
  const state = stateLine(picture);
  const digest = digestLine(picture);
  if (!picture.isPractice) return [...body, state, digest];
  return [[{ bold: practiceSentence }], ...body, [...state, ' · ', ...digest]];
}

/** The card of a request in the approvals channel; one a request, drawn anew and updated in place whenever the request moves. */
export function drawCard(pointers: Pointers, picture: RequestPicture): DrawnMessage {
  const { record } = picture;
  // Slack clients keep what belongs to a block id, so a new version of the card is a new block.
  const blockId = (part: string): string => `card.${record.terms.id}.${record.revision}.${part}`;
  const own = actionsOf(picture).map((action): Button => requestButton(pointers, action, record));
  const buttons = [...own, ...leadOnButtons(pointers, picture)];
  return {
    text: cardText(picture),
    blocks: [
      linesBlock(blockId('lines'), cardLines(picture)),
      ...additionBlocks(blockId('additions'), picture),
      ...questionBlocks(blockId('questions'), picture),
      ...suggestionBlocks(blockId('suggestions'), picture),
      ...(buttons.length === 0 ? [] : [{ type: 'actions' as const, block_id: blockId('actions'), elements: buttons }]),
    ],
  };
}

/** The whole meaning in one text: what is wanted or came of it first, because a notification shows only the beginning. */
export function cardText(picture: RequestPicture): string {
  const { record, isPractice } = picture;
  const { plan, requester, reason } = record.terms;
  const wants: Line = [{ said: requester.name, max: 80 }, ' wants: ', { said: plan.title, max: 150 }];
  const terms: Line = [{ said: plan.gist, max: 150 }, `, ${plan.tier}`];
  const why: Line = [{ user: requester.slackId }, ' says why: ', { said: reason, max: 300 }];
  const state = stateLine(picture);
  const lead = record.state === 'pending' ? [wants, terms, state] : [state, wants, terms];
  const rest = [
    why,
    changesLine(picture),
    holdsLine(picture),
    inverseLine(picture),
    ...lastAdditionLines(picture),
    ...lastQuestionLines(picture),
    digestLine(picture),
  ];
  return sentences([...lead, ...rest, ...(isPractice ? [[practiceSentence]] : [])]);
}
