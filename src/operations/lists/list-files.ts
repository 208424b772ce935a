import { count, type Instant } from '#domain/instant.ts';
import type { JsonObject } from '#domain/json.ts';
import type { View, ViewPart } from '../view.ts';
import { csv } from './csv.ts';
import type { ListFormat } from './list-wish.ts';
import { flat, rawCell, rawRecord } from './raw-values.ts';

/** As many as a list of OpenAI's is read to. */
const MOST_ROWS = 20_000;

type Rows = Extract<ViewPart, { part: 'rows' }>;

export interface ListFile {
  /** Without a directory; says what it is of. */
  readonly name: string;
  readonly text: string;
}

export interface ListFiles {
  readonly files: readonly ListFile[];
  /** "14 rows", and what was left out if something was. */
  readonly sentence: string;
}

/** A row by name: what was read about it, or else its cells by column. */
function rawRow(list: Rows, row: Rows['rows'][number]): JsonObject {
  if (row.record !== undefined) return rawRecord(row.record);
  return Object.fromEntries(list.columns.map((column, at) => [column, rawCell(row.cells[at] ?? '')]));
}

function listCsv(list: Rows): string {
  const rows = list.rows.map((row) => flat(rawRow(list, row)));
  const columns = rows.length === 0 ? list.columns : [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return csv([columns, ...rows.map((row) => columns.map((column) => row.get(column) ?? ''))]);
}

function factsOf(view: View): readonly (readonly [string, string])[] {
  return view.parts.flatMap((part) =>
    part.part === 'facts' ? part.facts.map(({ label, value }) => [label, rawCell(value)] as const) : [],
  );
}

/** `api-keys-in-search-dev-2026-11-23`: the same on every system, whatever the title holds. */
function nameOf(view: View, at: Instant): string {
  const words = view.title.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return [...words.join('-').slice(0, 60).split('-').filter(Boolean), new Date(at).toISOString().slice(0, 10)].join(
    '-',
  );
}

function asJson(view: View, lists: readonly Rows[], at: Instant): string {
  const whole = {
    title: view.title,
    writtenAt: new Date(at).toISOString(),
    facts: Object.fromEntries(factsOf(view)),
    lists: lists.map((list) => list.rows.map((row) => rawRow(list, row))),
    notes: view.parts.flatMap((part) => (part.part === 'note' ? [part.text] : [])),
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/** Every row a view has, as JSON in one file, or as CSV in one file a list; what has no list is written as its facts. */
export function listFiles(view: View, how: { readonly at: Instant; readonly format: ListFormat }): ListFiles {
  const name = nameOf(view, how.at);
  const whole = view.parts.filter((part) => part.part === 'rows');
  const lists = whole.map((list) => ({ ...list, rows: list.rows.slice(0, MOST_ROWS) }));
  const total = whole.reduce((sum, { rows }) => sum + rows.length, 0);
  const written = lists.reduce((sum, { rows }) => sum + rows.length, 0);
  const cut = written < total ? `, the first of ${total}; narrow it down for the rest` : '';
  const sentence = lists.length === 0 ? 'Its facts' : `${count(written, 'row')}${cut}`;
  if (how.format === 'json') return { files: [{ name: `${name}.json`, text: asJson(view, lists, how.at) }], sentence };
  if (lists.length === 0) {
    const text = csv([['Name', 'Value'], ...factsOf(view)]);
    return { files: [{ name: `${name}.csv`, text }], sentence };
  }
  const files = lists.map((list, place) => ({
    name: lists.length === 1 ? `${name}.csv` : `${name}-${place + 1}.csv`,
    text: listCsv(list),
  }));
  return { files, sentence };
}
