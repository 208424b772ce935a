import { describe, expect, test } from 'vitest';
import { operationId } from '#domain/ids.ts';
import { isRefusal, refuse } from '#domain/refusal.ts';

describe('a refusal', () => {
  test('has one shape, whether everything is said or only what must be', () => {
    expect(refuse('some.code', { what: 'This was not done.', rule: 'Because of a rule.' })).toEqual({
      kind: 'refusal',
      code: 'some.code',
      what: 'This was not done.',
      rule: 'Because of a rule.',
      whoCan: '',
      next: null,
    });
    const next = { kind: 'start', label: 'Ask for one', operation: operationId('keys.issue'), input: {} } as const;
    expect(refuse('some.code', { what: 'a', rule: 'b', whoCan: 'Bea can.', next })).toEqual({
      kind: 'refusal',
      code: 'some.code',
      what: 'a',
      rule: 'b',
      whoCan: 'Bea can.',
      next,
    });
  });

  test('is told from everything else', () => {
    expect(isRefusal(refuse('a', { what: 'b', rule: 'c' }))).toBe(true);
    expect([null, undefined, 'refusal', [], {}, { kind: 'view' }].map(isRefusal)).toEqual(Array(6).fill(false));
  });
});
