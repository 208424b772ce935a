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
    expect(judge('listed', { name: 'ours' }, list(ours, { ...ours, id: 'user_2' }))).toEqual({
      kind: 'contradictory',
      sentence: '2 things match what the step would have made',
    });
  });
});
