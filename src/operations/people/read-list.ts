import type { Said } from './said.ts';

/** More people than a company of this kind has; a longer file is another one. */
const MOST_LINES = 5000;

const columns = ['openai', 'slack', 'also', 'unit', 'name'] as const;
type Column = (typeof columns)[number];
const isColumn = (word: string): word is Column => (columns as readonly string[]).includes(word);

export type ReadList =
  | { readonly kind: 'list'; readonly lines: readonly Said[] }
  | { readonly kind: 'problem'; readonly sentence: string };

const problem = (line: number, sentence: string): ReadList => ({
  kind: 'problem',
  sentence: `Line ${line}: ${sentence}`,
});

/** Rows of cells as RFC 4180 has them, between commas or semicolons; null from where a quote is not closed. */
function rowsOf(text: string, between: ',' | ';'): readonly (readonly string[] | null)[] {
  const cell = new RegExp(`("(?:[^"]|"")*"|[^"\\r\\n${between}]*)(${between}|\\r?\\n|$)`, 'y');
  const rows: (readonly string[] | null)[] = [];
  let row: string[] = [];
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    if (found === null) return [...rows, null];
    const [, raw = '', end = ''] = found;
    row.push((raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw).trim());
    if (end === between && cell.lastIndex < text.length) continue;
    rows.push(end === between ? [...row, ''] : row);
    row = [];
  }
  return rows;
}

const words = (text: string): string[] => text.split(/[\s,;]+/).filter((each) => each !== '');
const isAddress = (word: string): boolean => /^[^\s@]+@[^\s@]+$/.test(word);
const isAccount = (word: string): boolean => /^[UW][A-Z0-9]{6,20}$/.test(word) || isAddress(word);

function lineOf(cells: Readonly<Partial<Record<Column, string>>>): Said | string {
  const { openai = '', slack = '', also = '', unit = '' } = cells;
  if (!isAddress(openai) && !/^user-[\w-]+$/.test(openai))
    return 'the column openai holds an address or an id such as user-abc.';
  const wrong = [...words(slack), ...words(also)].find((word) => !isAccount(word));
  if (wrong !== undefined) return `“${wrong}” is neither a member id such as U0BEA00001 nor an address.`;
  if (!/^(?:[a-z][a-z0-9-]{0,39})?$/.test(unit)) return 'a unit is written in small letters, digits and dashes.';
  return { openai, slack: words(slack), also: words(also), unit: unit === '' ? null : unit };
}

/**
 * A list of who is who. The first line names the columns: `openai` (address or id), and as wanted `slack`, `also` (member ids or addresses),
 * `unit`; `name` is for whoever reads the file. Refused as a whole where one line is not understood.
 */
export function readList(given: string): ReadList {
  const text = given.replace(/^\uFEFF/, '').trimEnd();
  const [first = ''] = text.split('\n', 1);
  const rows = rowsOf(text, first.includes(';') ? ';' : ',');
  const header = (rows[0] ?? []).map((word) => word.toLowerCase());
  const stranger = header.find((word) => !isColumn(word));
  if (!header.includes('openai') || stranger !== undefined)
    return problem(1, `name the columns: ${columns.join(', ')}; openai is needed.`);
  if (rows.length - 1 > MOST_LINES) return problem(MOST_LINES + 2, `a list holds at most ${MOST_LINES} people.`);
  const lines: Said[] = [];
  for (const [place, row] of rows.entries()) {
    if (place === 0 || row?.every((cell) => cell === '') === true) continue;
    if (row === null) return problem(place + 1, 'a quote is not closed or stands inside of a cell.');
    if (row.length !== header.length) return problem(place + 1, `${row.length} cells instead of ${header.length}.`);
    const line = lineOf(Object.fromEntries(header.map((column, at) => [column, row[at] ?? ''])));
    if (typeof line === 'string') return problem(place + 1, line);
    lines.push(line);
  }
  return { kind: 'list', lines };
}
