import { readAngleToken } from './angle-token.ts';
import { emojiCharacter } from './emoji.ts';
import { decodeEntities } from './entities.ts';
import type { Inline } from './inline.ts';

export interface MrkdwnOptions {
  /** Off inside code. */
  readonly marks: boolean;
  /** `verbatim: true` of a text object turns it off. */
  readonly autolink: boolean;
}

/** `*_~` can be nested once each; a fourth level could only come from a bug here. */
const MAX_DEPTH = 4;

const MARKS: Readonly<Record<string, 'bold' | 'italic' | 'strike'>> = { '*': 'bold', _: 'italic', '~': 'strike' };

/** Reads one run of mrkdwn. Nothing it makes is ever HTML: every leaf ends as a text node. */
export function parseInline(raw: string, options: MrkdwnOptions, depth = 0): readonly Inline[] {
  const found: Inline[] = [];
  let plain = '';
  const flush = () => {
    if (plain !== '') found.push({ kind: 'text', text: decodeEntities(plain) });
    plain = '';
  };
  let at = 0;
  while (at < raw.length) {
    const next = readAt({ raw, at, options, depth });
    if (next === null) {
      plain += raw.charAt(at);
      at += 1;
      continue;
    }
    flush();
    found.push(next.inline);
    at = next.end;
  }
  flush();
  return found;
}

interface Position {
  readonly raw: string;
  readonly at: number;
  readonly options: MrkdwnOptions;
  readonly depth: number;
}

interface Found {
  readonly inline: Inline;
  readonly end: number;
}

function readAt(position: Position): Found | null {
  const { raw, at, options } = position;
  const character = raw.charAt(at);
  if (character === '\n') return { inline: { kind: 'break' }, end: at + 1 };
  if (character === '<') return readToken(raw, at);
  if (!options.marks) return null;
  if (character === '`') return readCode(position);
  if (character === ':') return readEmoji(raw, at);
  if (character === 'h' && options.autolink) return readBareLink(raw, at);
  return character in MARKS ? readMarked(position) : null;
}

function match(pattern: RegExp, raw: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(raw);
}

function readToken(raw: string, at: number): Found | null {
  const token = match(/<([^<>\n]+)>/y, raw, at);
  const inline = token?.[1] === undefined ? null : readAngleToken(token[1]);
  return token === null || inline === null ? null : { inline, end: at + token[0].length };
}

function readCode({ raw, at, depth }: Position): Found | null {
  const code = match(/`([^`\n]+)`/y, raw, at);
  if (code?.[1] === undefined) return null;
  const children = parseInline(code[1], { marks: false, autolink: false }, depth + 1);
  return { inline: { kind: 'code', children }, end: at + code[0].length };
}

function readEmoji(raw: string, at: number): Found | null {
  const emoji = match(/:([a-z0-9_+'-]{1,50}):/y, raw, at);
  const character = emoji?.[1] === undefined ? null : emojiCharacter(emoji[1]);
  if (emoji?.[1] === undefined || character === null) return null;
  return { inline: { kind: 'emoji', name: emoji[1], character }, end: at + emoji[0].length };
}

function readBareLink(raw: string, at: number): Found | null {
  if (isWord(raw.charAt(at - 1))) return null;
  const link = match(/https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)\]'"*_~]/y, raw, at)?.[0];
  if (link === undefined) return null;
  const href = decodeEntities(link);
  return { inline: { kind: 'link', href, label: [{ kind: 'text', text: href }] }, end: at + link.length };
}

/** A mark opens after a non-word character and before a non-space, and closes the other way round, on the same line. */
function readMarked({ raw, at, options, depth }: Position): Found | null {
  const mark = raw.charAt(at);
  const kind = MARKS[mark];
  if (kind === undefined || depth >= MAX_DEPTH || isWord(raw.charAt(at - 1))) return null;
  if (!/[^\s]/.test(raw.charAt(at + 1)) || raw.charAt(at + 1) === mark) return null;
  for (let end = at + 2; end < raw.length && raw.charAt(end) !== '\n'; end += 1) {
    if (raw.charAt(end) !== mark || /\s/.test(raw.charAt(end - 1)) || isWord(raw.charAt(end + 1))) continue;
    return { inline: { kind, children: parseInline(raw.slice(at + 1, end), options, depth + 1) }, end: end + 1 };
  }
  return null;
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}
