import { type Refusal, refuse } from '#domain/refusal.ts';
import type { View, ViewPart } from '../view.ts';
import { columnOrder } from './cell-order.ts';
import type { ListWish } from './list-wish.ts';

type Rows = Extract<ViewPart, { part: 'rows' }>;

/** `last-used`, `Last used` and `lastused` are one column. */
const plain = (name: string): string => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

const columnAt = (list: Rows, name: string): number =>
  list.columns.findIndex((column) => plain(column) === plain(name));

function sorted(list: Rows, sort: string): Rows {
  const at = columnAt(list, sort);
  if (at < 0) return list;
  const cellOf = (row: Rows['rows'][number]): string => row.cells[at] ?? '';
  const order = columnOrder(list.rows.map(cellOf), sort.startsWith('-') ? -1 : 1);
  return { ...list, rows: list.rows.toSorted((a, b) => order(cellOf(a), cellOf(b))) };
}

function matching(list: Rows, text: string): Rows {
  const wanted = text.toLowerCase();
  const rows = list.rows.filter((row) => row.cells.some((cell) => cell.toLowerCase().includes(wanted)));
  return { ...list, rows, empty: list.rows.length === 0 ? list.empty : `None of ${list.rows.length} holds “${text}”.` };
}

function refusalOf(lists: readonly Rows[], { sort }: ListWish): Refusal | null {
  const what = 'This cannot be sorted or searched like that.';
  if (lists.length === 0) return refuse('list.none', { what, rule: 'What this shows is not a list.' });
  if (sort === null || lists.some((list) => columnAt(list, sort) >= 0)) return null;
  const columns = [...new Set(lists.flatMap((list) => list.columns))].map((name) =>
    name.toLowerCase().replaceAll(' ', '-'),
  );
  return refuse('list.column', {
    what,
    rule: `There is no column “${sort.replace(/^-/, '')}”. There is: ${columns.join(', ')}.`,
  });
}

/** The view with its lists in the order and with the rows that somebody asked for; a column that is not there is refused by name. */
export function arrange(view: View, wish: ListWish): View | Refusal {
  const { sort, match } = wish;
  if (sort === null && match === null) return view;
  const refusal = refusalOf(
    view.parts.filter((part) => part.part === 'rows'),
    wish,
  );
  if (refusal !== null) return refusal;
  const parts = view.parts.flatMap((part): readonly ViewPart[] => {
    if (part.part !== 'rows') return [part];
    const found = match === null ? part : matching(part, match);
    const shown = sort === null ? found : sorted(found, sort);
    // The empty sentence says the same where nothing is left.
    if (match === null || shown.rows.length === 0) return [shown];
    return [{ part: 'note', text: `${shown.rows.length} of ${part.rows.length} hold “${match}”.` }, shown];
  });
  return { ...view, parts };
}
