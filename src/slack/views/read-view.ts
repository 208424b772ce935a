import type { Button, KnownBlock, ModalView } from '@slack/types';
import type { OperationId } from '#domain/ids.ts';
import type { JsonObject } from '#domain/json.ts';
import type { ListWish } from '#operations/lists/list-wish.ts';
import type { View, ViewPart, ViewRow } from '#operations/view.ts';
import { linkButton, pageButton, startButtons } from '../blocks/buttons.ts';
import { type Line, linesBlock } from '../blocks/line.ts';
import { fitsTable, type Rows, tableBlock, tableRows } from '../blocks/table.ts';
import { header, paragraph } from '../blocks/text.ts';
import { cutText, foreign } from '../mrkdwn.ts';
import type { Pointers } from '../ids.ts';
import { modal } from './modal.ts';
import { sealedInput } from './page-input.ts';
import type { Saying } from './saying.ts';

/** Ten rows with their buttons fill a phone's screen twice; the rest is a press away. */
const pageRows = 10;

/** Which page of which read a person asks for, and how they want its list. */
export interface ReadTarget {
  readonly operation: OperationId;
  readonly input: JsonObject;
  readonly wish: ListWish;
  readonly offset: number;
}

export interface ReadPage {
  readonly view: View;
  readonly target: ReadTarget;
  readonly surface: 'message' | 'modal';
}

/** A page with the one list on it that is drawn as a table, if one is. */
interface Page extends ReadPage {
  readonly tabled: Rows | null;
}

/** What a row is about in bold, the rest named by its columns below. */
function rowLines(columns: readonly string[], row: ViewRow): readonly Line[] {
  const [first = '', ...rest] = row.cells;
  const named = rest.flatMap((text, place): Line => [
    `${place === 0 ? '' : ' · '}${columns[place + 1] ?? ''}: `,
    { said: text, max: 150 },
  ]);
  return [[{ bold: first, max: 150 }], ...(named.length === 0 ? [] : [named])];
}

function rowBlocks(pointers: Pointers, columns: readonly string[], row: ViewRow): KnownBlock[] {
  const buttons = startButtons(pointers, row.actions, row.cells[0] ?? '');
  const lines = linesBlock(null, rowLines(columns, row));
  return buttons.length === 0 ? [lines] : [lines, { type: 'actions', elements: buttons }];
}

/** Which rows of a list are on the page; a list that ends before it is shown from its beginning, beside a longer one. */
function pageOf(part: Rows, page: Page): { readonly from: number; readonly size: number } {
  const { offset } = page.target;
  return { from: offset < part.rows.length ? offset : 0, size: part === page.tabled ? tableRows : pageRows };
}

function rowsOn(part: Rows, page: Page): readonly ViewRow[] {
  const { from, size } = pageOf(part, page);
  return part.rows.slice(from, from + size);
}

function rowsPart(pointers: Pointers, part: Rows, page: Page): KnownBlock[] {
  if (part.rows.length === 0) return [paragraph(part.empty)];
  const shown = rowsOn(part, page);
  const body =
    part === page.tabled
      ? [tableBlock(part.columns, shown)]
      : shown.flatMap((row) => rowBlocks(pointers, part.columns, row));
  return [...body, ...paging(pointers, part, page)];
}

function paging(pointers: Pointers, part: Rows, page: Page): KnownBlock[] {
  const { from, size } = pageOf(part, page);
  const total = part.rows.length;
  if (total <= size) return [];
  const { operation, input, wish } = page.target;
  const button = (label: string, place: number, to: { offset: number; wish: ListWish }): Button[] => {
    const target = { operation, input: sealedInput(input, to.wish), offset: to.offset };
    const drawn = pageButton(pointers, { label, target, place });
    return drawn === null ? [] : [drawn];
  };
  const turn = (label: string, place: number, offset: number): Button[] =>
    offset < 0 || offset >= total ? [] : button(label, place, { offset, wish });
  const buttons = [
    ...turn('Previous', 0, from - size),
    ...turn('Next', 1, from + size),
    ...button('As a file', 2, { offset: 0, wish: { ...wish, file: 'csv' } }),
  ];
  const where: Line = [`${from + 1} to ${Math.min(from + size, total)} of ${total}`];
  return [
    linesBlock(null, [where]),
    ...(buttons.length === 0 ? [] : [{ type: 'actions' as const, elements: buttons }]),
  ];
}

function partBlocks(pointers: Pointers, part: ViewPart, page: Page): KnownBlock[] {
  switch (part.part) {
    case 'facts': {
      const lines = part.facts.map((fact): Line => [
        { bold: fact.label, max: 60 },
        ': ',
        { said: fact.value, max: 300 },
      ]);
      return lines.length === 0 ? [] : [linesBlock(null, lines)];
    }
    case 'note':
      return [paragraph(part.text)];
    case 'link':
      return [{ type: 'actions', elements: [linkButton(part.label, part.url)] }];
    case 'actions': {
      const elements = startButtons(pointers, part.actions);
      return elements.length === 0 ? [] : [{ type: 'actions', elements }];
    }
    case 'rows':
      return rowsPart(pointers, part, page);
  }
}

function partText(part: ViewPart, page: Page): string {
  switch (part.part) {
    case 'facts':
      return part.facts.map((fact) => `${foreign(fact.label)}: ${foreign(fact.value, 300)}.`).join(' ');
    case 'note':
      return foreign(part.text, 500);
    case 'actions':
    case 'link':
      return '';
    case 'rows':
      if (part.rows.length === 0) return foreign(part.empty, 300);
      return rowsOn(part, page)
        .map((row) => row.cells.map((text) => foreign(text, 100)).join(', '))
        .join('; ');
  }
}

/** What a read answered, one page of it. */
export function drawRead(pointers: Pointers, asked: ReadPage): Saying {
  const { view, surface } = asked;
  // One table a message is Slack's limit, so a second list is drawn as sections.
  const tabled = surface === 'message' ? view.parts.find(fitsTable) : undefined;
  const page: Page = { ...asked, tabled: tabled ?? null };
  const parts = view.parts.flatMap((part) => partBlocks(pointers, part, page));
  const limit = surface === 'message' ? 48 : 98;
  const text = [foreign(view.title, 150), ...view.parts.map((part) => partText(part, page))]
    .filter((part) => part !== '')
    .join('. ');
  return { title: view.title, text: cutText(text) || '–', blocks: [header(view.title), ...parts].slice(0, limit) };
}

export function readModal(pointers: Pointers, page: Omit<ReadPage, 'surface'>): ModalView {
  const drawn = drawRead(pointers, { ...page, surface: 'modal' });
  return modal({ title: drawn.title, blocks: drawn.blocks });
}
