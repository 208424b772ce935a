import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasHiddenCharacters, oneLine } from '#domain/printable.ts';

const point = (code: number): string => String.fromCodePoint(code);

/** One or more of every class of character that can hide, reorder or fake what an approver reads. */
const dangerous: readonly (readonly [name: string, codes: readonly number[]])[] = [
  ['bidi overrides and embeddings', [0x202a, 0x202b, 0x202c, 0x202d, 0x202e]],
  ['bidi isolates', [0x2066, 0x2067, 0x2068, 0x2069]],
  ['bidi marks', [0x200e, 0x200f, 0x061c]],
  ['zero-width spaces and joiners', [0x200b, 0x200c, 0x200d, 0x2060]],
  ['invisible operators', [0x2061, 0x2062, 0x2063, 0x2064]],
  ['the soft hyphen and the grapheme joiner', [0x00ad, 0x034f]],
  ['blank fillers', [0x115f, 0x1160, 0x3164, 0xffa0, 0x2800]],
  ['variation selectors', [0xfe00, 0xfe0f, 0xe0100, 0xe01ef, 0x180b]],
  ['tag characters', [0xe0001, 0xe0041, 0xe007f]],
  ['C0 controls', [0x00, 0x07, 0x08, 0x1b, 0x1f]],
  ['delete and C1 controls', [0x7f, 0x80, 0x85, 0x9b, 0x9f]],
  ['interlinear annotation marks', [0xfff9, 0xfffa, 0xfffb]],
  ['musical format marks', [0x1d173, 0x1d17a]],
  ['private use', [0xe000, 0xf8ff, 0xf0000, 0x10fffd]],
  ['code points that are not assigned', [0x0378, 0xffff, 0x10ffff]],
  ['line and paragraph separators', [0x2028, 0x2029]],
  ['a lone surrogate', [0xd800, 0xdfff]],
];

describe.each(dangerous)('%s', (_, codes) => {
  test.each(codes.map((code) => [code.toString(16), point(code)]))(
    'B19 · U+%s is found, and never printed',
    (_hex, hidden) => {
      expect(hasHiddenCharacters(`pay ${hidden}roll`)).toBe(true);
      expect(oneLine(`pay ${hidden}roll`)).not.toContain(hidden);
      expect(oneLine(`pay${hidden} roll`)).toBe('pay roll');
    },
  );
});

describe('ordinary text', () => {
  test.each(['Zoë Müller', 'naïve – “quoted” …', '日本語のキー', 'ключ №5', 'مفتاح', 'emoji 🔑', 'a\nb', 'a\tb', ''])(
    '%j holds nothing hidden',
    (text) => {
      expect(hasHiddenCharacters(text)).toBe(false);
    },
  );

  test('keeps its letters in one line', () => {
    expect(oneLine('  Zoë\n\tMüller  🔑 ')).toBe('Zoë Müller 🔑');
  });
});

describe('one safe line', () => {
  // Unlike `fc.string`, any code unit at all, lone surrogates included.
  const anything = fc
    .array(fc.integer({ min: 0, max: 0x10ffff }).map(point), { maxLength: 60 })
    .map((all) => all.join(''));

  test('never holds a hidden character or a line break, whatever went in', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(hasHiddenCharacters(oneLine(text))).toBe(false);
        expect(oneLine(text)).not.toMatch(/[\r\n\t]/);
      }),
    );
  });

  test('of one safe line is itself', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(oneLine(oneLine(text))).toBe(oneLine(text));
      }),
    );
  });

  test('is never longer than allowed, and says so where it was cut', () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 1, max: 20 }), (text, max) => {
        const line = oneLine(text, max);
        expect(Array.from(line).length).toBeLessThanOrEqual(max);
        if (Array.from(oneLine(text, 1000)).length > max) expect(line.endsWith('…')).toBe(true);
      }),
    );
  });

  test('is cut between characters, never inside one', () => {
    expect(oneLine('🔑🔑🔑', 2)).toBe('🔑…');
  });
});
