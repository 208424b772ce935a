import type { RichTextBlock } from '@slack/types';
import { type Line, section } from './line.ts';

/** A recipe has at most 50 steps and shows each of them; what repeated attempts add beyond this stands in the audit chain. */
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
  const list = {
    type: 'rich_text_list',
    style: isOrdered ? 'ordered' : 'bullet',
    elements: lines.slice(0, maxLines).map(section),
  } as const;
  return [{ type: 'rich_text', block_id: id, elements: [section([{ bold: title }]), list] }];
}
