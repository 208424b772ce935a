import { expect, test } from 'vitest';
import { digestOfTerms } from '#approvals/digest.ts';
import { safeguardsAsked } from '#approvals/safeguards.ts';
import { terms } from './fixture.ts';

test('a request from before there were safeguards reads as unprotected, and its digest is what it was', () => {
  expect(safeguardsAsked(terms)).toEqual({ stepUp: 'none', dwellMs: 0, vetoMs: 0, typed: false });
  expect(Object.hasOwn(terms, 'safeguards')).toBe(false);
});

test('what protects a decision is under the digest', () => {
  const safe = { stepUp: 'none', dwellMs: 4000, vetoMs: 600_000, typed: true } as const;
  const digest = digestOfTerms({ ...terms, safeguards: safe });
  expect(digest).not.toBe(digestOfTerms(terms));
  expect(digest).not.toBe(digestOfTerms({ ...terms, safeguards: { ...safe, vetoMs: 0 } }));
  expect(safeguardsAsked({ safeguards: safe })).toEqual(safe);
});
