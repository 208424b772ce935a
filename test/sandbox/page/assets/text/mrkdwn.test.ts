import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import type { Inline } from '#sandbox/page/assets/text/inline.ts';
import { parseMrkdwn } from '#sandbox/page/assets/text/mrkdwn.ts';

const parse = (text: string) => parseMrkdwn(text, { verbatim: false });
const inlines = (text: string) => parse(text).flatMap((block) => block.children);
const text = (words: string): Inline => ({ kind: 'text', text: words });

describe('mrkdwn', () => {
  it.each([
    ['*bold*', 'bold'],
    ['_italic_', 'italic'],
    ['~gone~', 'strike'],
    ['`code`', 'code'],
  ])('reads %s', (raw, kind) => {
    expect(inlines(raw)).toEqual([{ kind, children: [text(raw.slice(1, -1))] }]);
  });

  it('nests marks', () => {
    expect(inlines('*_both_*')).toEqual([{ kind: 'bold', children: [{ kind: 'italic', children: [text('both')] }] }]);
  });

  it.each(['snake_case_name', '2*3*4', '* not bold *', '**', '_ _', 'a~b~c', '*open', '`', '*two\nlines*'])(
    'leaves “%s” as it is',
    (raw) => {
      expect(inlines(raw).every(({ kind }) => kind === 'text' || kind === 'break')).toBe(true);
    },
  );

  it('marks nothing inside code', () => {
    expect(inlines('`*a* :key: _b_`')).toEqual([{ kind: 'code', children: [text('*a* :key: _b_')] }]);
  });

  it('decodes the three entities once', () => {
    expect(inlines('a &amp; b &lt;c&gt; &amp;lt; &quot;')).toEqual([text('a & b <c> &lt; &quot;')]);
  });

  it('reads mentions, groups, broadcasts and channels', () => {
    expect(inlines('<@U0ERIN00001> <#C0HELP00001|help> <!subteam^S0PLATFORM1|@platform> <!here>')).toEqual([
      { kind: 'user', id: 'U0ERIN00001', label: null },
      text(' '),
      { kind: 'channel', id: 'C0HELP00001', label: 'help' },
      text(' '),
      { kind: 'usergroup', id: 'S0PLATFORM1', label: 'platform' },
      text(' '),
      { kind: 'broadcast', range: 'here' },
    ]);
  });

  it('reads dates with their format, link and fallback', () => {
    expect(inlines('<!date^1795435200^{date_short_pretty} at {time}^https://example.com/|soon>')).toEqual([
      {
        kind: 'date',
        seconds: 1_795_435_200,
        format: '{date_short_pretty} at {time}',
        href: 'https://example.com/',
        fallback: 'soon',
      },
    ]);
  });

  it('reads links with and without a label, and bare ones without the full stop after them', () => {
    const link = (href: string, label: string) => ({ kind: 'link', href, label: [text(label)] });
    expect(inlines('<https://example.com/?a=1&amp;b=2|here>')).toEqual([link('https://example.com/?a=1&b=2', 'here')]);
    expect(inlines('<mailto:erin@larkspur.example>')).toEqual([
      link('mailto:erin@larkspur.example', 'erin@larkspur.example'),
    ]);
    expect(inlines('see https://example.com/a.')).toEqual([
      text('see '),
      link('https://example.com/a', 'https://example.com/a'),
      text('.'),
    ]);
  });

  it('links nothing by itself where the text is verbatim', () => {
    expect(parseMrkdwn('https://example.com', { verbatim: true })).toEqual([
      { kind: 'paragraph', children: [text('https://example.com')] },
    ]);
  });

  it.each([
    '<javascript:alert(1)|x>',
    '<data:text/html,x|x>',
    '<script>',
    '<img src=x onerror=alert(1)>',
    '<@not an id>',
  ])('makes no link or mention of %s', (raw) => {
    expect(inlines(raw)).toEqual([text(raw)]);
  });

  it('reads known emoji and leaves the others', () => {
    expect(inlines(':key: :nobody_knows: 10:30:45')).toEqual([
      { kind: 'emoji', name: 'key', character: '🔑' },
      text(' :nobody_knows: 10:30:45'),
    ]);
  });

  it('quotes lines that begin with a sign, escaped or not, and the whole rest after three', () => {
    expect(parse('> a\n&gt; b\nc').map(({ kind }) => kind)).toEqual(['quote', 'paragraph']);
    expect(parse('c\n>>> a\nb\nd').map(({ kind }) => kind)).toEqual(['paragraph', 'quote']);
  });

  it('keeps code blocks apart, with their line breaks', () => {
    expect(parse('before\n```\n*a*\n  b\n```\nafter').map(({ kind }) => kind)).toEqual([
      'paragraph',
      'pre',
      'paragraph',
    ]);
    expect(parse('```a\nb```')).toEqual([{ kind: 'pre', children: [text('a'), { kind: 'break' }, text('b')] }]);
  });

  it('never loses a letter of plain words, whatever stands around them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('word', '*', '_', '~', '`', '<', '>', '|', ':', '\n', ' ', '&', '```', '@U1')),
        (parts) => {
          const raw = parts.join('');
          const shown = JSON.stringify(parse(raw));
          expect(shown.split('word').length).toBe(raw.split('word').length);
        },
      ),
    );
  });

  it('never makes a link that a browser would run', () => {
    const hrefs = (found: readonly Inline[]): readonly (string | null)[] =>
      found.flatMap((inline) => {
        if (inline.kind === 'link' || inline.kind === 'date') return [inline.href];
        return 'children' in inline ? hrefs(inline.children) : [];
      });
    const piece = fc.constantFrom('<', '>', '|', 'javascript:', 'https://', 'data:', 'x', '^', '!date^1^{time}^', ' ');
    fc.assert(
      fc.property(fc.array(piece), (parts) => {
        for (const href of hrefs(inlines(parts.join(''))))
          expect(href ?? 'https://').toMatch(/^(https?:\/\/|mailto:|tel:)/);
      }),
    );
  });
});
