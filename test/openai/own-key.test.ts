import { describe, expect, it } from 'vitest';
import { Secret } from '#domain/secret.ts';
import { isMaskOf } from '#openai/own-key.ts';
import { fakeKey } from './support/fixtures.ts';

const key = new Secret(fakeKey('admin', 'abc0000000000000000000wxyz'));

describe('a masked key', () => {
  it.each([`${fakeKey('admin', 'abc')}...wxyz`, `${fakeKey('admin', 'abc')}********wxyz`, 'sk-a…wxyz'])(
    '%s is ours',
    (masked) => {
      expect(isMaskOf(key, masked)).toBe(true);
    },
  );

  it.each([
    [`${fakeKey('admin', 'abd')}...wxyz`, 'another beginning'],
    [`${fakeKey('admin', 'abc')}...wxyy`, 'another end'],
    [`${fakeKey('admin', '')}...xyz`, 'too little to tell'],
    ['***', 'nothing to tell'],
    ['', 'nothing at all'],
    [`${fakeKey('admin', 'abc')}...00...wxyz`, 'two masks'],
    [key.reveal(), 'not masked'],
  ])('%s is not certainly ours: %s', (masked) => {
    expect(isMaskOf(key, masked)).toBe(false);
  });
});
