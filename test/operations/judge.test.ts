import { describe, expect, test } from 'vitest';
import { judge } from '#operations/judge.ts';

const list = (...data: readonly { id: string; name?: string; owner?: { account: { id: string } } }[]) => ({ data });
const ours = { id: 'user_1', name: 'ours', owner: { account: { id: 'a' } } };

describe('something that should be gone', () => {
  test.each([
    ['is, when it is not found', null, { kind: 'applied', evidence: null }],
    ['is not, while it is found', ours, { kind: 'absent' }],
    ['is not, while anything at all is answered', {}, { kind: 'absent' }],
  ])('%s', (_, answer, judgement) => {
    expect(judge('gone', {}, answer)).toEqual(judgement);
  });
});

describe('something that should have a value', () => {
  test.each([
    ['has it', { role: 'member', id: 'user_1' }, { kind: 'applied', evidence: { role: 'member', id: 'user_1' } }],
    ['has another', { role: 'none' }, { kind: 'absent' }],
    ['has none', {}, { kind: 'absent' }],
    ['is not there', null, { kind: 'absent' }],
  ])('%s', (_, answer, judgement) => {
    expect(judge('equals', { role: 'member' }, answer)).toEqual(judgement);
  });

  test('is not taken for a look-alike', () => {
    expect(judge('equals', { size: 1 }, { size: '1' })).toEqual({ kind: 'absent' });
  });
});

describe('something that should be in a list', () => {
  test.each([
    ['is there once', list({ id: 'user_0' }, ours), { kind: 'applied', evidence: ours }],
    ['is not there', list({ id: 'user_0', name: 'other' }), { kind: 'absent' }],
    ['cannot be in an empty list', list(), { kind: 'absent' }],
    ['cannot be in no list', null, { kind: 'absent' }],
    ['cannot be in an answer of another shape', { data: 'ours' }, { kind: 'absent' }],
  ])('%s', (_, answer, judgement) => {
    expect(judge('listed', { name: 'ours' }, answer)).toEqual(judgement);
  });

  test('is looked for by a path with dots', () => {
    expect(judge('listed', { 'owner.account.id': 'a' }, list(ours)).kind).toBe('applied');
    expect(judge('listed', { 'owner.account.id': 'b' }, list(ours)).kind).toBe('absent');
  });

  test('has to have every value that was asked for', () => {
    expect(judge('listed', { name: 'ours', id: 'user_2' }, list(ours)).kind).toBe('absent');
  });

  test('that is there twice is nobody’s to choose', () => {
    expect(judge('listed', { name: 'ours' }, list(ours, { ...ours, id: 'user_2' })).kind).toBe('contradictory');
  });
});

describe('something that should not be in a list any more', () => {
  test.each([
    ['is still there', list(ours), { kind: 'absent' }],
    ['is gone', list({ id: 'user_0' }), { kind: 'applied', evidence: null }],
    ['is gone with the list', null, { kind: 'applied', evidence: null }],
  ])('%s', (_, answer, judgement) => {
    expect(judge('unlisted', { name: 'ours' }, answer)).toEqual(judgement);
  });
});

describe('a list as a value', () => {
  test('is the same in any order, and not with more or less in it', () => {
    const has = (...scopes: readonly string[]) => judge('equals', { scopes: ['a', 'b'] }, { scopes: [...scopes] }).kind;
    expect([has('a', 'b'), has('b', 'a'), has('a'), has('a', 'b', 'c')]).toEqual([
      'applied',
      'applied',
      'absent',
      'absent',
    ]);
  });
});
