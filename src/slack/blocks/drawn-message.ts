import type { KnownBlock } from '@slack/types';
import { cutText } from '../mrkdwn.ts';
import { type Line, plainLine } from './line.ts';

/** A message of ours: what is drawn, and what a notification and a screen reader say instead. */
export interface DrawnMessage {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** Joins lines into one text, each a sentence. */
export function sentences(lines: readonly Line[]): string {
  const ended = lines.map((line) => plainLine(line).trim()).filter((text) => text !== '');
  return cutText(ended.map((text) => (/[.!?:]$/.test(text) ? text : `${text}.`)).join(' '));
}
