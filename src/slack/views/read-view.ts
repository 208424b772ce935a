import type { Button, KnownBlock, ModalView, TableBlock } from '@slack/types';
import { oneLine } from '#domain/printable.ts';
import type { View, ViewPart, ViewRow } from '#operations/view.ts';
import { pageButton, type PageTarget, startButtons } from '../blocks/buttons.ts';
import { type Line, linesBlock } from '../blocks/line.ts';
import { header, paragraph } from '../blocks/text.ts';
import { cutText, foreign } from '../mrkdwn.ts';
import type { Pointers } from '../ids.ts';
import { modal } from './modal.ts';
import type { Saying } from './saying.ts';

/** Ten rows with their buttons fill a phone's screen twice; the rest is a press away. */
const pageRows = 10;

export interface ReadPage {
  readonly view: View;
  readonly target: PageTarget;
  readonly surface: 'message' | 'modal';
}

type Rows = Extract<ViewPart, { part: 'rows' }>;

const cell = (text: string): { type: 'raw_text'; text: string } => ({
  type: 'raw_text',
  text: oneLine(text, 150) || '–',
});

/** A table where Slack has one: in a message, for rows without buttons. */
function table(rows: Rows, shown: readonly ViewRow[]): TableBlock {
  return { type: 'table', rows: [rows.columns.map(cell), ...shown.map((row) => row.cells.map(cell))] };
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

function rowsPart(pointers: Pointers, part: Rows, page: ReadPage): KnownBlock[] {
  if (part.rows.length === 0) return [paragraph(part.empty)];
  const shown = part.rows.slice(page.target.offset, page.target.offset + pageRows);
  const isPlain = part.rows.every((row) => row.actions.length === 0);
  const body =
    page.surface === 'message' && isPlain
      ? [table(part, shown)]
      : shown.flatMap((row) => rowBlocks(pointers, part.columns, row));
  return [...body, ...paging(pointers, part, page)];
}

function paging(pointers: Pointers, part: Rows, page: ReadPage): KnownBlock[] {
  const { offset } = page.target;
  const total = part.rows.length;
  if (total <= pageRows) return [];
  const turn = (label: string, to: number, place: number): Button[] => {
    const button =
      to < 0 || to >= total ? null : pageButton(pointers, { label, target: { ...page.target, offset: to }, place });
    return button === null ? [] : [button];
  };
  const buttons = [...turn('Previous', offset - pageRows, 0), ...turn('Next', offset + pageRows, 1)];
  const where: Line = [`${offset + 1} to ${Math.min(offset + pageRows, total)} of ${total}`];
  return [
    linesBlock(null, [where]),
    ...(buttons.length === 0 ? [] : [{ type: 'actions' as const, elements: buttons }]),
  ];
}

function partBlocks(pointers: Pointers, part: ViewPart, page: ReadPage): KnownBlock[] {
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
    case 'actions': {
      const elements = startButtons(pointers, part.actions);
      return elements.length === 0 ? [] : [{ type: 'actions', elements }];
    }
    case 'rows':
      return rowsPart(pointers, part, page);
  }
}

function partText(part: ViewPart, offset: number): string {
  switch (part.part) {
    case 'facts':
      return part.facts.map((fact) => `${foreign(fact.label)}: ${foreign(fact.value, 300)}.`).join(' ');
    case 'note':
      return foreign(part.text, 500);
    case 'actions':
      return '';
    case 'rows':
      if (part.rows.length === 0) return foreign(part.empty, 300);
      return part.rows
        .slice(offset, offset + pageRows)
        .map((row) => row.cells.map((text) => foreign(text, 100)).join(', '))
        .join('; ');
  }
}

/** One table a message is Slack's limit, so a second list is drawn as sections. */
function onlyFirstTable(blocks: readonly KnownBlock[]): KnownBlock[] {
  const first = blocks.findIndex((block) => block.type === 'table');
  return blocks.flatMap((block, place) => {
    if (block.type !== 'table' || place === first) return [block];
    return block.rows
      .slice(1)
      .map((row) => paragraph(row.map((entry) => ('text' in entry ? entry.text : '')).join(' · ')));
  });
}

/** What a read answered, one page of it. */
export function drawRead(pointers: Pointers, page: ReadPage): Saying {
  const { view, surface, target } = page;
  const parts = view.parts.flatMap((part) => partBlocks(pointers, part, page));
  const limit = surface === 'message' ? 48 : 98;
  const blocks =
    surface === 'message' ? [header(view.title), ...onlyFirstTable(parts)] : [header(view.title), ...parts];
  const text = [foreign(view.title, 150), ...view.parts.map((part) => partText(part, target.offset))]
    .filter((part) => part !== '')
    .join('. ');
  return { title: view.title, text: cutText(text) || '–', blocks: blocks.slice(0, limit) };
}

export function readModal(pointers: Pointers, page: Omit<ReadPage, 'surface'>): ModalView {
  const drawn = drawRead(pointers, { ...page, surface: 'modal' });
  return modal({ title: drawn.title, blocks: drawn.blocks });
}
