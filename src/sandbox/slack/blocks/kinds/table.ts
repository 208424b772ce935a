import { isRecord } from '../../record.ts';
import {
  below,
  boolean,
  both,
  byType,
  type Check,
  complain,
  integer,
  list,
  number,
  oneOf,
  rule,
  shape,
  string,
} from '../check.ts';
import { blockId } from './layout.ts';
import { richText } from './rich-text.ts';

const cell: Check = byType({
  raw_text: shape({ required: { text: string({ min: 1 }) } }),
  raw_number: shape({ required: { value: number, text: string({ min: 1 }) } }),
  rich_text: richText,
});

const row = list(cell, { min: 1, max: 20 });

/** Rows of cells: at most 100 × 20 (Block Kit reference, "Table block"). */
export const table: Check = shape({
  required: { rows: list(row, { min: 1, max: 100 }) },
  optional: {
    ...blockId,
    column_settings: list(shape({ optional: { align: oneOf('left', 'center', 'right'), is_wrapped: boolean } }), {
      max: 20,
    }),
  },
});

/** A header row and up to 100 more; the smaller of two published limits (Block Kit reference, "Data table block"). */
export const dataTable: Check = both(
  shape({
    required: { rows: list(row, { min: 2, max: 101 }), caption: string({ min: 1 }) },
    optional: {
      ...blockId,
      page_size: integer({ min: 1, max: 100 }),
      row_header_column_index: integer({ min: 0, max: 19 }),
    },
  }),
  rule((value, at) => {
    const rows = Array.isArray(value['rows']) ? value['rows'].filter((entry) => Array.isArray(entry)) : [];
    const width = rows[0]?.length;
    rows.forEach((entry, index) => {
      if (entry.length !== width)
        complain(below(below(at, 'rows'), index), 'all rows must have the same number of cells');
    });
    rows[0]?.forEach((entry: unknown, index) => {
      if (isRecord(entry) && entry['type'] === 'rich_text') {
        complain(below(below(below(at, 'rows'), 0), index), 'rich_text is not allowed in the header row');
      }
    });
  }),
);
