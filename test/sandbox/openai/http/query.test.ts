import { describe, expect, it } from 'vitest';

import { readQuery } from '#sandbox/openai/http/query.ts';

describe('a query string', () => {
  it.each([
    ['a=1', { a: '1' }],
    ['a=1&a=2', { a: ['1', '2'] }],
    ['a[]=1', { a: ['1'] }],
    ['a%5B%5D=1&a%5B%5D=2', { a: ['1', '2'] }],
    ['at[gte]=1&at[lt]=9', { at: { gte: '1', lt: '9' } }],
    ['', {}],
  ])('%j is read as %j', (text, expected) => {
    expect(readQuery(new URLSearchParams(text))).toEqual(expected);
  });
});
