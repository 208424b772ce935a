import { describe, expect, test } from 'vitest';
import { evaluate } from '#policy/evaluate.ts';
import { explain } from '#policy/explain.ts';
import { factsOf, policyIn, shipped } from './fixture.ts';

describe('an explanation', () => {
  test('shows as a tree what was looked at and what it said', () => {
    const policy = policyIn(shipped('policies/two-person-critical.yml'));
    const facts = factsOf({
      policy,
      by: 'U0INES0001',
      operation: 'keys.issue',
      project: 'search-dev',
      bounds: { lifetimeMs: 86_400_000, scopes: [] },
    });
    expect(explain(evaluate(policy, facts).reasons)).toEqual([
      '✓ keys.issue in search-dev is allowed with 1 person from leads.',
      '  ✗ The denial “Contractors keep out of production” does not fit.',
      '    ✓ It covers keys.issue.',
      '    ✗ It is about production projects, not search-dev.',
      '    ✗ It is for contractors, and Ines Fabre is not among them.',
      '  ✓ keys.issue is on, by the default.',
      '  ✗ The rule “Everyone may look” does not fit.',
      '    ✗ It is about reads, not keys.issue.',
      '    ✓ It is for everyone.',
      '  ✗ The rule “Production keys live a week and need a lead and security” does not fit.',
      '    ✓ It covers keys.issue.',
      '    ✗ It is about production projects, not search-dev.',
      '    ✓ It is for everyone.',
      '    ✓ It allows at most 7 days, and this asks for 1 day.',
      '    ✗ It allows the scopes api.model.read, api.model.request, api.responses.write, and this has no limit of its own.',
      '  ✓ The rule “Development keys” fits.',
      '    ✓ It covers keys.issue.',
      '    ✓ It is about *-dev, *-test, which search-dev is.',
      '    ✓ It is for everyone.',
      '    ✓ It allows at most 30 days, and this asks for 1 day.',
      '  ✓ 1 person from leads must consent.',
      '    ✓ leads: Jonas Weil, Kamal Osei could.',
    ]);
  });
});
