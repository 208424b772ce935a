import type { Inline } from './inline.ts';
import { parseMarkdownInline } from './markdown-inline.ts';

export type MarkdownBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly children: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'quote'; readonly blocks: readonly MarkdownBlock[] }
  | { readonly kind: 'pre'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly Inline[])[])[] }
  | { readonly kind: 'rule' };

/** A `markdown` block holds at most 12,000 characters. */
const MAX_LENGTH = 12_000;

/** A quote within a quote within a quote is as far as anybody reads. */
const MAX_QUOTES = 3;

/** The basics of Markdown as Slack's `markdown` block takes them. HTML in it stays text. */
export function parseMarkdown(text: string, quotes = 0): readonly MarkdownBlock[] {
  const lines = text.slice(0, MAX_LENGTH).split('\n');
  const blocks: MarkdownBlock[] = [];
  let at = 0;
  while (at < lines.length) {
    const taken = readBlock(lines, at, quotes);
    if (taken.block !== null) blocks.push(taken.block);
    at = taken.next;
  }
  return blocks;
}

interface Taken {
  readonly block: MarkdownBlock | null;
  readonly next: number;
}

const LIST_ITEM = /^\s*(?:[-*+]|(\d{1,9})[.)])\s+(.*)$/;
const STARTS_BLOCK = /^(#{1,6}\s|>|```|\s*(?:[-*+]|\d{1,9}[.)])\s+|\|)/;

function readBlock(lines: readonly string[], at: number, quotes: number): Taken {
  const line = lines[at] ?? '';
  if (line.trim() === '') return { block: null, next: at + 1 };
  if (line.startsWith('```')) return readFence(lines, at);
  const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line);
  if (heading?.[1] !== undefined) {
    const children = parseMarkdownInline(heading[2] ?? '');
    return { block: { kind: 'heading', level: heading[1].length, children }, next: at + 1 };
  }
  if (/^\s*([-*_])(\s*\1){2,}\s*$/.test(line)) return { block: { kind: 'rule' }, next: at + 1 };
  if (line.startsWith('>') && quotes < MAX_QUOTES) return readQuote(lines, at, quotes);
  if (LIST_ITEM.test(line)) return readList(lines, at);
  if (line.startsWith('|')) return readTable(lines, at);
  return readParagraph(lines, at);
}

/** The index of the first line from `at` on that does not belong. */
function endOf(lines: readonly string[], at: number, belongs: (line: string) => boolean): number {
  const end = lines.findIndex((line, index) => index >= at && !belongs(line));
  return end < 0 ? lines.length : end;
}

function readFence(lines: readonly string[], at: number): Taken {
  const end = endOf(lines, at + 1, (line) => !line.startsWith('```'));
  return { block: { kind: 'pre', text: lines.slice(at + 1, end).join('\n') }, next: end + 1 };
}

function readQuote(lines: readonly string[], at: number, quotes: number): Taken {
  const end = endOf(lines, at, (line) => line.startsWith('>'));
  const inside = lines.slice(at, end).map((line) => line.replace(/^>\s?/, ''));
  return { block: { kind: 'quote', blocks: parseMarkdown(inside.join('\n'), quotes + 1) }, next: end };
}

function readList(lines: readonly string[], at: number): Taken {
  const ordered = LIST_ITEM.exec(lines[at] ?? '')?.[1] !== undefined;
  const end = endOf(lines, at, (line) => {
    const item = LIST_ITEM.exec(line);
    return item !== null && (item[1] !== undefined) === ordered;
  });
  const items = lines.slice(at, end).map((line) => parseMarkdownInline(LIST_ITEM.exec(line)?.[2] ?? ''));
  return { block: { kind: 'list', ordered, items }, next: end };
}

function readTable(lines: readonly string[], at: number): Taken {
  const end = endOf(lines, at, (line) => line.startsWith('|'));
  const rows = lines
    .slice(at, end)
    .filter((line) => !/^\|[\s:|-]+$/.test(line))
    .map((line) =>
      line
        .trim()
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((cell) => parseMarkdownInline(cell.trim())),
    );
  return { block: { kind: 'table', rows }, next: end };
}

function readParagraph(lines: readonly string[], at: number): Taken {
  const end = endOf(lines, at + 1, (line) => line.trim() !== '' && !STARTS_BLOCK.test(line));
  return { block: { kind: 'paragraph', children: parseMarkdownInline(lines.slice(at, end).join('\n')) }, next: end };
}
