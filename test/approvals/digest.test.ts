import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#domain/canonical.ts';
import { digestOfTerms } from '#approvals/digest.ts';
import type { RequestTerms } from '#approvals/request.ts';
import { terms } from './fixture.ts';

describe('the digest of a request', () => {
  test('is 64 hexadecimal digits', () => {
    expect(digestOfTerms(terms)).toMatch(/^[0-9a-f]{64}$/);
  });

  test('is the same for terms read back from storage, whatever the order of their keys', () => {
    const stored = JSON.parse(
      JSON.stringify(Object.fromEntries(Object.entries(terms).toReversed())),
    ) as RequestTerms<unknown>;
    expect(digestOfTerms(stored)).toBe(digestOfTerms(terms));
  });

  test.each(Object.keys(terms) as (keyof typeof terms)[])('changes with %s', (key) => {
    const changed = { ...terms, [key]: `${canonicalJson(terms[key])}x` };
    expect(digestOfTerms(changed as unknown as RequestTerms<unknown>)).not.toBe(digestOfTerms(terms));
  });

  test('changes with anything inside the plan', () => {
    expect(digestOfTerms({ ...terms, plan: { gist: 'search-dev, 31 days' } })).not.toBe(digestOfTerms(terms));
  });
});
