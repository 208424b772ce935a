import type { TextBlock } from './inline.ts';
import { parseInline } from './mrkdwn-inline.ts';

/** A block's text has at most 3,000 characters and a message's 40,000; more is cut before any of it is read. */
const MAX_LENGTH = 40_000;

/** Reads Slack's mrkdwn: code blocks first, then quoted lines, then the marks within a line. */
export function parseMrkdwn(text: string, { verbatim }: { readonly verbatim: boolean }): readonly TextBlock[] {
  const raw = text.slice(0, MAX_LENGTH);
  const blocks: TextBlock[] = [];
  let at = 0;
  for (const code of raw.matchAll(/```\n?([\s\S]*?)\n?```/g)) {
    blocks.push(...readLines(raw.slice(at, code.index).replace(/\n$/, ''), !verbatim));
    blocks.push({ kind: 'pre', children: parseInline(code[1] ?? '', { marks: false, autolink: false }) });
    at = code.index + code[0].length;
    if (raw.charAt(at) === '\n') at += 1;
  }
  blocks.push(...readLines(raw.slice(at), !verbatim));
  return blocks;
}

function readLines(text: string, autolink: boolean): readonly TextBlock[] {
  if (text === '') return [];
  const blocks: TextBlock[] = [];
  let run: string[] = [];
  let runIsQuote = false;
  const flush = () => {
    const children = parseInline(run.join('\n'), { marks: true, autolink });
    if (run.length > 0) blocks.push({ kind: runIsQuote ? 'quote' : 'paragraph', children });
    run = [];
  };
  let quoteTheRest = false;
  for (const line of text.split('\n')) {
    // Slack stores a typed '>' as '&gt;', so both quote.
    const sign: string = quoteTheRest ? '' : (/^(?:(?:>|&gt;){3}|>|&gt;) ?/.exec(line)?.[0] ?? '');
    const isQuote = quoteTheRest || sign !== '';
    if (isQuote !== runIsQuote) flush();
    runIsQuote = isQuote;
    quoteTheRest ||= /^(?:>|&gt;){3}/.test(sign);
    run.push(line.slice(sign.length));
  }
  flush();
  return blocks;
}
