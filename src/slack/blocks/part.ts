import type { RichTextBlock } from '@slack/types';
import { type Line, section } from './line.ts';

/** A recipe has at most 50 steps and shows each of them; beyond this the list is counted, and the audit chain holds the whole. */
const maxLines = 60;

export interface Part {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly Line[];
  /** Numbered where the order says something. */
  readonly isOrdered?: boolean;
}

/** A heading and its list in one block, so that no client pulls them apart. Nothing when there is nothing to list. */
export function part({ id, title, lines, isOrdered = false }: Part): RichTextBlock[] {
  if (lines.length === 0) return [];
  const rest = lines.length - maxLines;
  const shown = rest > 0 ? [...lines.slice(0, maxLines), [`and ${rest} more`]] : lines;
  const list = {
    type: 'rich_text_list',
    style: isOrdered ? 'ordered' : 'bullet',
    elements: shown.map(section),
  } as const;
  return [{ type: 'rich_text', block_id: id, elements: [section([{ bold: title }]), list] }];
}
