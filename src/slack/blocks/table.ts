import type { TableBlock } from '@slack/types';
import { oneLine } from '#domain/printable.ts';
import { isAmount } from '#operations/lists/raw-values.ts';
import type { ViewPart, ViewRow } from '#operations/view.ts';

export type Rows = Extract<ViewPart, { part: 'rows' }>;

/** Half of what Slack allows: more is a file's work. */
export const tableRows = 50;
/** Slack's limits of one table (Block Kit reference, "Table block", 2026). */
const maxColumns = 20;
const maxCharacters = 9900;
/** How long a cell may be, widest first; and what fits a whole page of as many columns as there may be. */
const widths = [150, 80, 40, 20];
const narrowest = 9;

/** A list that Slack can show as a table, in a message: a table holds no buttons. */
export function fitsTable(part: ViewPart): part is Rows {
  if (part.part !== 'rows' || part.rows.length === 0) return false;
  return part.columns.length <= maxColumns && part.rows.every((row) => row.actions.length === 0);
}

/** The rows with every cell cut so far that all of them together are no more than a table may hold. */
function cutCells(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const cut = (width: number) => rows.map((cells) => cells.map((text) => oneLine(text, width) || '–'));
  const length = (cells: readonly (readonly string[])[]) => cells.flat().reduce((sum, text) => sum + text.length, 0);
  return cut(widths.find((width) => length(cut(width)) <= maxCharacters) ?? narrowest);
}

/** At most `tableRows` rows under their head, amounts to the right. */
export function tableBlock(columns: readonly string[], shown: readonly ViewRow[]): TableBlock {
  // A row has as many cells as there are columns, or Slack takes none of them.
  const body = shown.map(({ cells }) => columns.map((_, at) => cells[at] ?? ''));
  const isNumeric = (at: number): boolean => body.every((cells) => isAmount((cells[at] ?? '').replace(/%$/, '')));
  return {
    type: 'table',
    rows: cutCells([columns, ...body]).map((cells) => cells.map((text) => ({ type: 'raw_text', text }))),
    column_settings: columns.map((_, at) => ({ align: isNumeric(at) ? 'right' : 'left', is_wrapped: true })),
  };
}
