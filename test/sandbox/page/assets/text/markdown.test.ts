import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '#sandbox/page/assets/text/markdown.ts';

const text = (words: string) => ({ kind: 'text', text: words });

describe('Markdown', () => {
  it('reads headings, lists, quotes, code, tables and rules', () => {
    const raw = '# A\n\nb\n\n- c\n- d\n\n1. e\n\n> f\n\n```\ng\n```\n\n| h |\n| --- |\n| i |\n\n---';
    expect(parseMarkdown(raw).map(({ kind }) => kind)).toEqual([
      'heading',
      'paragraph',
      'list',
      'list',
      'quote',
      'pre',
      'table',
      'rule',
    ]);
  });

  it('reads the marks within a line', () => {
    expect(parseMarkdown('**a** *b* ~~c~~ `d` [e](https://example.com)')).toEqual([
      {
        kind: 'paragraph',
        children: [
          { kind: 'bold', children: [text('a')] },
          text(' '),
          { kind: 'italic', children: [text('b')] },
          text(' '),
          { kind: 'strike', children: [text('c')] },
          text(' '),
          { kind: 'code', children: [text('d')] },
          text(' '),
          { kind: 'link', href: 'https://example.com', label: [text('e')] },
        ],
      },
    ]);
  });

  it('keeps HTML and unsafe links as text', () => {
    const raw = '<b>x</b> [y](javascript:alert)';
    expect(parseMarkdown(raw)).toEqual([{ kind: 'paragraph', children: [text(raw)] }]);
  });

  it('takes an escaped mark for a character', () => {
    expect(JSON.stringify(parseMarkdown('\\*a\\*'))).not.toContain('italic');
  });

  it('drops the line under a table’s head', () => {
    const [table] = parseMarkdown('| a | b |\n| --- | :-: |\n| 1 | 2 |');
    expect(table).toMatchObject({
      rows: [
        [[text('a')], [text('b')]],
        [[text('1')], [text('2')]],
      ],
    });
  });

  it('ends on a fence that is never closed', () => {
    expect(parseMarkdown('```\na')).toEqual([{ kind: 'pre', text: 'a' }]);
  });
});
