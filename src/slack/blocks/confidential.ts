import { confidentialCode, revealsAt } from '#approvals/confidential.ts';
import { formatDuration } from '#domain/duration.ts';
import { count } from '#domain/instant.ts';
import type { RequestPicture } from '#workflow/picture.ts';
import type { Pointers } from '../ids.ts';
import { drawCard } from './card.ts';
import { type DrawnMessage, sentences } from './drawn-message.ts';
import { type Line, linesBlock } from './line.ts';
import { practiceSentence } from './request-lines.ts';

/** How it stands, in words that fit any request: no operation, no target, nobody's name. */
function standing({ record, stillNeeds }: RequestPicture): string {
  switch (record.state) {
    case 'draft':
    case 'pending':
      return `needs ${stillNeeds || 'nobody else'}.`;
    case 'approved':
    case 'waiting':
    case 'executing':
    case 'unknown':
    case 'needs_human':
      return 'was approved.';
    case 'succeeded':
    case 'partial':
      return 'was carried out.';
    case 'failed':
    case 'stale':
    case 'simulated':
      return 'has ended without being carried out.';
    case 'denied':
      return 'was denied.';
    case 'cancelled':
      return 'was cancelled.';
    case 'expired':
      return 'has expired.';
  }
}

function blankLine(picture: RequestPicture): Line {
  const { record } = picture;
  const at = revealsAt(record);
  const then: Line = at === null ? [] : [' What it was is told here ', { at }, '.'];
  return [{ bold: `Confidential request ${confidentialCode(record.terms.id)}` }, ` ${standing(picture)}`, ...then];
}

/** All that a channel shows of a confidential request while it is one: on its card, and at its end. */
export function drawBlank(picture: RequestPicture, part: 'card' | 'story'): DrawnMessage {
  const { record, isPractice } = picture;
  const lines = [...(isPractice ? [[{ bold: practiceSentence }]] : []), blankLine(picture)];
  return { text: sentences(lines), blocks: [linesBlock(`blank.${part}.${record.terms.id}.${record.revision}`, lines)] };
}

/** Who else knows, and for how long: whoever reads it must know whom they may speak to. */
export function confidentialLine({ record }: Pick<RequestPicture, 'record'>): Line | null {
  const { confidential, id } = record.terms;
  if (confidential === undefined) return null;
  const { named, delayMs } = confidential;
  return [
    { bold: `Confidential request ${confidentialCode(id)}.` },
    ` Only whoever asked and ${count(named.length, 'person', 'people')} who decide know of it, until ${formatDuration(delayMs)} after it ran.`,
  ];
}

/** The whole card, for one of those who decide. */
export function drawConfidantCard(pointers: Pointers, picture: RequestPicture): DrawnMessage {
  const { text, blocks } = drawCard(pointers, picture);
  const line = confidentialLine(picture);
  if (line === null) return { text, blocks };
  const { id } = picture.record.terms;
  return {
    text: `${sentences([line])} ${text}`,
    blocks: [linesBlock(`confidant.${id}.${picture.record.revision}`, [line]), ...blocks],
  };
}
