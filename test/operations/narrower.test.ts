import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#domain/canonical.ts';
import type { Json } from '#domain/json.ts';
import { dayMs } from '#domain/instant.ts';
import { catalogue } from '#operations/catalogue.ts';
import type { Field } from '#operations/field.ts';
import { compareInputs, isNarrower, narrowable } from '#operations/narrower.ts';

const common = { label: 'It', hint: 'It.', required: true } as const;
const span: Field = { ...common, kind: 'duration', minMs: 1, maxMs: 100, suggest: [], narrows: 'shorter' };
const money: Field = { ...common, kind: 'money', minCents: 1, maxCents: 100, narrows: 'lower' };
const words: Field = {
  ...common,
  kind: 'words',
  most: 9,
  pattern: /^\w$/,
  patternHint: 'A letter.',
  allowed: null,
  narrows: 'subset',
};
const choice: Field = { ...common, kind: 'choice', options: [], less: { all: ['some', 'none'], some: ['none'] } };

const anyField = fc.oneof(
  fc.constantFrom(span, money, words, choice),
  fc.constantFrom(...catalogue.flatMap(({ fields }) => Object.values(fields))),
);
const value: fc.Arbitrary<Json> = fc.oneof(
  fc.integer({ min: 0, max: 5 }),
  fc.constantFrom('all', 'some', 'none', 'requests', 'read', 'constructor'),
  fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 }),
  fc.constantFrom<Json[]>(null, true, 'x', {}, Number.NaN),
);

describe('less', () => {
  test('is nothing itself, and never both ways', () => {
    fc.assert(
      fc.property(anyField, value, value, (field, one, other) => {
        expect(isNarrower(field, one, one)).toBe(false);
        expect(isNarrower(field, one, other) && isNarrower(field, other, one)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  test('than less is less', () => {
    fc.assert(
      fc.property(anyField, fc.tuple(value, value, value), (field, [one, two, three]) => {
        if (isNarrower(field, one, two) && isNarrower(field, two, three))
          expect(isNarrower(field, one, three)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  test('never allows what the other did not', () => {
    fc.assert(
      fc.property(anyField, value, value, (field, from, to) => {
        if (!isNarrower(field, from, to)) return;
        if (field.kind === 'words') for (const word of to as string[]) expect(from).toContain(word);
        else if (field.kind === 'choice') expect(field.less?.[from as string]).toContain(to);
        else expect(to as number).toBeLessThan(from as number);
      }),
      { numRuns: 5000 },
    );
  });

  test('is not what was left out or emptied: that can mean everything', () => {
    expect(isNarrower(words, ['a', 'b'], [])).toBe(false);
    expect(isNarrower(words, null, ['a'])).toBe(false);
    expect(isNarrower(span, null, 5)).toBe(false);
    expect(isNarrower(span, 5, null)).toBe(false);
  });

  test('is nothing a field does not declare', () => {
    const { narrows: _, ...undeclared } = span;
    expect(isNarrower(undeclared, 5, 4)).toBe(false);
  });
});

describe('an input', () => {
  const fields = {
    for: span,
    amount: money,
    name: { ...common, kind: 'text', max: 9, pattern: /x/, patternHint: '' },
  } as const;
  const from = { for: 30, amount: 50, name: 'x' };

  test('is narrower when something is less and nothing else is different', () => {
    expect(compareInputs(fields, from, { ...from, for: 7 })).toEqual({ kind: 'narrower', fields: ['for'] });
    expect(compareInputs(fields, from, from)).toEqual({ kind: 'same' });
  });

  test('is wider by whatever is more, other, added or taken away, however much less the rest is', () => {
    const wider = (to: Record<string, Json>) => compareInputs(fields, from, { ...from, for: 7, ...to });
    expect(wider({ amount: 60 })).toEqual({ kind: 'wider', field: 'amount' });
    expect(wider({ name: 'xx' })).toEqual({ kind: 'wider', field: 'name' });
    expect(wider({ other: 1 })).toEqual({ kind: 'wider', field: 'other' });
    expect(compareInputs(fields, from, { for: 7, amount: 50 })).toEqual({ kind: 'wider', field: 'name' });
  });
});

describe('the catalogue', () => {
  const declared = catalogue.flatMap((operation) =>
    Object.entries(operation.fields)
      .filter(
        ([, field]) =>
          ('narrows' in field && field.narrows !== undefined) || ('less' in field && field.less !== undefined),
      )
      .map(([name, field]) => ({ operation, name, field })),
  );

  test('lets a key be asked for shorter and with less, and more', () => {
    const issue = catalogue.find(({ id }) => id === 'keys.issue');
    const input = { for: 30 * dayMs, access: 'all', name: 'nightly' };
    expect(Object.keys(narrowable(issue?.fields ?? {}, input))).toEqual(['for', 'access']);
    expect(declared.length).toBeGreaterThan(8);
  });

  test('declares what is less only of changes, and of choices only between their options', () => {
    for (const { operation, field } of declared) {
      expect(operation.kind).toBe('change');
      if (field.kind !== 'choice') continue;
      const options = field.options.map((option) => option.value);
      for (const [more, less] of Object.entries(field.less ?? {})) {
        expect(options).toEqual(expect.arrayContaining([more, ...less]));
        expect(canonicalJson([...less])).not.toContain(`"${more}"`);
      }
    }
  });
});
