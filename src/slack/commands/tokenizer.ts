/** One word of a command. `column` counts from 1 in what was typed. */
export interface Token {
  readonly text: string;
  readonly column: number;
  /** Quoted words are never flags. */
  readonly quoted: boolean;
}

export type Tokens =
  | { readonly kind: 'tokens'; readonly tokens: readonly Token[] }
  | { readonly kind: 'unclosed'; readonly column: number };

// What closes each opening quote: keyboards of phones and other languages make all of these out of a plain one.
const closers: Readonly<Record<string, string>> = {
  '"': '"“”„‟',
  '“': '"”“',
  '”': '"”“',
  '„': '"“”',
  '‟': '"”',
  '«': '»',
  "'": "'‘’‚‛",
  '‘': "'’‘",
  '’': "'’‘",
  '‚': "'‘’",
};

/** Slack escapes only these three (Slack API docs, "Formatting text", 2026). */
function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/**
 * What stands in Slack's angle brackets, as it was typed: `<@U1|erin>` is the account, `<https://x.io|x.io>` and
 * `<mailto:a@x.io|a@x.io>` are what Slack made of `x.io` and `a@x.io`.
 */
function fromBrackets(inside: string): string {
  const [target = '', label] = inside.split('|', 2);
  if (/^[@#!]/.test(target)) return `<${target}>`;
  return label ?? target;
}

interface Scan {
  readonly text: string;
  at: number;
}

function readBracketed(scan: Scan): string | null {
  const end = scan.text.indexOf('>', scan.at);
  if (end < 0) return null;
  const inside = scan.text.slice(scan.at + 1, end);
  scan.at = end + 1;
  return fromBrackets(inside);
}

/** Reads up to the closing quote; null when there is none. */
function readQuoted(scan: Scan): string | null {
  const closing = closers[scan.text[scan.at] ?? ''] ?? '';
  const inside: Scan = { text: scan.text, at: scan.at + 1 };
  let word = '';
  while (inside.at < inside.text.length) {
    const here = inside.text[inside.at] ?? '';
    if (closing.includes(here)) {
      scan.at = inside.at + 1;
      return word;
    }
    const bracketed = here === '<' ? readBracketed(inside) : null;
    if (bracketed === null) inside.at += 1;
    word += bracketed ?? here;
  }
  return null;
}

function isQuote(here: string, word: string): boolean {
  // An apostrophe inside a word ("Erin's") opens nothing; a quote after `--flag=` does.
  return Object.hasOwn(closers, here) && (word === '' || word.endsWith('='));
}

function readWord(scan: Scan): Token | { readonly unclosed: number } {
  const column = scan.at + 1;
  let text = '';
  let quoted = false;
  while (scan.at < scan.text.length && !/\s/.test(scan.text[scan.at] ?? '')) {
    const here = scan.text[scan.at] ?? '';
    if (isQuote(here, text)) {
      const opened = scan.at + 1;
      const inside = readQuoted(scan);
      if (inside === null) return { unclosed: opened };
      quoted ||= text === '';
      text += inside;
      continue;
    }
    const bracketed = here === '<' ? readBracketed(scan) : null;
    if (bracketed !== null) text += bracketed;
    else {
      text += here;
      scan.at += 1;
    }
  }
  return { text: unescape(text), column, quoted };
}

/** Splits what follows a slash command into words. Total: any text gives words, or the column of a quote that was never closed. */
export function tokenize(text: string): Tokens {
  const scan: Scan = { text, at: 0 };
  const tokens: Token[] = [];
  while (scan.at < text.length) {
    if (/\s/.test(text[scan.at] ?? '')) {
      scan.at += 1;
      continue;
    }
    const word = readWord(scan);
    if ('unclosed' in word) return { kind: 'unclosed', column: word.unclosed };
    tokens.push(word);
  }
  return { kind: 'tokens', tokens };
}
