import type { HeaderBlock, PlainTextElement, SectionBlock } from '@slack/types';
import { oneLine } from '#domain/printable.ts';

/**
 * One printable line that fits a place of Slack's. Slack counts UTF-16 units, `oneLine` counts characters: an emoji is two of the
 * former, and is never halved.
 */
export function fit(text: string, maxUnits: number): string {
  const line = oneLine(text, maxUnits);
  if (line.length <= maxUnits) return line;
  return `${cutUnits(line, maxUnits - 1)}…`;
}

/** At most so many UTF-16 units, never ending in half a character. */
export function cutUnits(text: string, maxUnits: number): string {
  return text.slice(0, maxUnits).replace(/[\uD800-\uDBFF]$/, '');
}

/** Plain text that Slack shows as it is; emoji names stay letters. Cut to the place's limit, never empty. */
export function plain(text: string, max = 75): PlainTextElement {
  return { type: 'plain_text', text: fit(text, max) || '–', emoji: false };
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: plain(text, 150) };
}

/** A paragraph of plain text; several lines are allowed, each cleaned. 3 000 characters is Slack's limit of a section. */
export function paragraph(text: string, blockId?: string): SectionBlock {
  const lines = text.split('\n').map((line) => oneLine(line, 1000));
  const body = cutUnits(lines.join('\n'), 2900).trim() || '–';
  return {
    type: 'section',
    text: { type: 'plain_text', text: body, emoji: false },
    ...(blockId === undefined ? {} : { block_id: blockId }),
  };
}
