import { emojiCharacter } from './emoji.ts';
import { safeHref } from './inline.ts';
import type { Inline } from './inline.ts';

/** Bold in italic in a link's label is the deepest that means anything. */
const MAX_DEPTH = 4;

const RULES: readonly {
  readonly pattern: RegExp;
  readonly make: (match: RegExpExecArray, depth: number) => Inline | null;
}[] = [
  { pattern: /\\([\\`*_~[\]()#+.!|<>-])/y, make: ([, character = '']) => ({ kind: 'text', text: character }) },
  { pattern: /`([^`\n]+)`/y, make: ([, code = '']) => ({ kind: 'code', children: [{ kind: 'text', text: code }] }) },
  { pattern: /\*\*(?=\S)(.+?)\*\*/y, make: ([, inside = ''], depth) => marked('bold', inside, depth) },
  { pattern: /(?<![\p{L}\p{N}])__(?=\S)(.+?)__/uy, make: ([, inside = ''], depth) => marked('bold', inside, depth) },
  { pattern: /~~(?=\S)(.+?)~~/y, make: ([, inside = ''], depth) => marked('strike', inside, depth) },
  { pattern: /\*(?=\S)([^*\n]+)\*/y, make: ([, inside = ''], depth) => marked('italic', inside, depth) },
  {
    pattern: /(?<![\p{L}\p{N}])_(?=\S)([^_\n]+)_/uy,
    make: ([, inside = ''], depth) => marked('italic', inside, depth),
  },
  {
    pattern: /\[([^\]\n]*)\]\(([^()\s]*)\)/y,
    make: ([, label = '', target = ''], depth) => link(label, target, depth),
  },
  { pattern: /<?(https?:\/\/[^\s<>]*[^\s<>.,;:!?)\]'"*_~])>?/y, make: ([, target = '']) => bareLink(target) },
  { pattern: /:([a-z0-9_+'-]{1,50}):/y, make: ([, name = '']) => emoji(name) },
  { pattern: /\n/y, make: () => ({ kind: 'break' }) },
];

/** Marks within a line of Markdown. */
export function parseMarkdownInline(raw: string, depth = 0): readonly Inline[] {
  const found: Inline[] = [];
  let plain = '';
  let at = 0;
  while (at < raw.length) {
    const next = depth > MAX_DEPTH ? null : readAt(raw, at, depth);
    if (next === null) {
      plain += raw.charAt(at);
      at += 1;
      continue;
    }
    if (plain !== '') found.push({ kind: 'text', text: plain });
    plain = '';
    found.push(next.inline);
    at = next.end;
  }
  if (plain !== '') found.push({ kind: 'text', text: plain });
  return found;
}

function readAt(raw: string, at: number, depth: number): { readonly inline: Inline; readonly end: number } | null {
  for (const { pattern, make } of RULES) {
    pattern.lastIndex = at;
    const match = pattern.exec(raw);
    const inline = match === null ? null : make(match, depth);
    if (match !== null && inline !== null) return { inline, end: at + match[0].length };
  }
  return null;
}

function marked(kind: 'bold' | 'italic' | 'strike', inside: string, depth: number): Inline {
  return { kind, children: parseMarkdownInline(inside, depth + 1) };
}

function link(label: string, target: string, depth: number): Inline | null {
  const href = safeHref(target);
  return href === null ? null : { kind: 'link', href, label: parseMarkdownInline(label || target, depth + 1) };
}

function bareLink(target: string): Inline {
  return { kind: 'link', href: target, label: [{ kind: 'text', text: target }] };
}

function emoji(name: string): Inline | null {
  const character = emojiCharacter(name);
  return character === null ? null : { kind: 'emoji', name, character };
}
