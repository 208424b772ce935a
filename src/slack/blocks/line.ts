import type { RichTextBlock, RichTextElement, RichTextSection } from '@slack/types';
import { isSlackUserId } from '#domain/ids.ts';
import { type Instant, utcMinute } from '#domain/instant.ts';
import { oneLine } from '#domain/printable.ts';
import { dateElement, foreign, mention } from '../mrkdwn.ts';

/**
 * One piece of a line. A bare string is ours; whatever a person or a vendor wrote is `said` (or bold or code) and is cut to one
 * printable line. Lines become rich text, which Slack shows as it is: no markup, no mention, no link can come out of them.
 */
export type Piece =
  | string
  | { readonly said: string; readonly max?: number }
  | { readonly bold: string; readonly max?: number }
  | { readonly code: string; readonly max?: number }
  | { readonly user: string }
  | { readonly channel: string }
  | { readonly at: Instant };
export type Line = readonly Piece[];

// An element's text must not be empty (Slack refuses the block), so what cleans to nothing is shown as a dash.
const clean = (text: string, max = 200): string => oneLine(text, max) || '–';

function element(piece: Piece): RichTextElement {
  if (typeof piece === 'string') return { type: 'text', text: piece };
  if ('said' in piece) return { type: 'text', text: clean(piece.said, piece.max) };
  if ('bold' in piece) return { type: 'text', text: clean(piece.bold, piece.max), style: { bold: true } };
  if ('code' in piece) return { type: 'text', text: clean(piece.code, piece.max), style: { code: true } };
  if ('at' in piece) return dateElement(piece.at);
  if ('channel' in piece) return { type: 'channel', channel_id: piece.channel };
  if (!isSlackUserId(piece.user)) return { type: 'text', text: clean(piece.user, 40) };
  return { type: 'user', user_id: piece.user };
}

export function section(line: Line): RichTextSection {
  return { type: 'rich_text_section', elements: line.filter((piece) => piece !== '').map(element) };
}

/** One block whose lines stand below each other. Without an id Slack makes one. */
export function linesBlock(blockId: string | null, lines: readonly Line[]): RichTextBlock {
  return { type: 'rich_text', ...(blockId === null ? {} : { block_id: blockId }), elements: lines.map(section) };
}

export function bulletsBlock(blockId: string, lines: readonly Line[]): RichTextBlock {
  return {
    type: 'rich_text',
    block_id: blockId,
    elements: [{ type: 'rich_text_list', style: 'bullet', elements: lines.map(section) }],
  };
}

/** The line as top-level message text: escaped, people as mentions of their account, times in UTC. */
export function plainLine(line: Line): string {
  return line
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      if ('said' in piece) return foreign(piece.said, piece.max);
      if ('bold' in piece) return foreign(piece.bold, piece.max);
      if ('code' in piece) return foreign(piece.code, piece.max);
      if ('at' in piece) return utcMinute(piece.at);
      return 'channel' in piece ? `<#${piece.channel}>` : mention(piece.user);
    })
    .join('');
}
