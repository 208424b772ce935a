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

  test('B14 · changes with the order and the number of what a plan lists, also at its far end', () => {
    const steps = Array.from({ length: 50 }, (_, i) => ({ id: `step-${i}`, target: `key_${i}` }));
    const of = (given: typeof steps) => digestOfTerms({ ...terms, plan: { steps: given } });
    const swapped = [...steps.slice(0, 48), ...steps.slice(48).toReversed()];
    const digests = [steps, swapped, steps.slice(0, -1), [...steps, ...steps.slice(-1)]].map(of);
    expect(new Set(digests).size).toBe(digests.length);
  });

  test('changes with anything inside the plan', () => {
    expect(digestOfTerms({ ...terms, plan: { gist: 'search-dev, 31 days' } })).not.toBe(digestOfTerms(terms));
  });
});
