import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitsProject } from '#policy/glob.ts';
import { groupsNamed } from '#policy/groups-named.ts';
import { isProduction } from '#policy/production.ts';
import { policyWith } from './fixture.ts';

const named = (name: string) => ({ id: 'proj_Abc1', name });

test.each([
  ['search-prod', 'search-prod', true],
  ['Search-PROD', 'search-prod', true],
  ['*-prod', 'search-prod', true],
  ['*-prod', '-prod', true],
  ['*-prod', 'search-prod-2', false],
  ['search-*', 'search', false],
  ['search-????', 'search-prod', true],
  ['search-????', 'search-dev', false],
  ['*a*b*', 'xxaxxbxx', true],
  ['*a*b*', 'xxbxxaxx', false],
  ['*', '', true],
  ['', 'x', false],
  ['proj_Abc1', 'whatever', true],
  // An id is opaque: its capitals count, and no pattern reaches it.
  ['proj_abc1', 'whatever', false],
  ['proj_*', 'whatever', false],
  ['search.prod', 'search-prod', false],
  ['[a-z]*', 'search', false],
])('%s and the project %s: %s', (pattern, name, fits) => {
  expect(fitsProject(pattern, named(name))).toBe(fits);
});

test('a pattern fits exactly what the same pattern as a regular expression fits', () => {
  const letters = fc.array(fc.constantFrom('a', 'b', '*', '?'), { maxLength: 8 }).map((parts) => parts.join(''));
  const text = fc.array(fc.constantFrom('a', 'b'), { maxLength: 8 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(letters, text, (pattern, name) => {
      const expression = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`);
      expect(fitsProject(pattern, named(name))).toBe(expression.test(name));
    }),
  );
});

test('production is what the policy lists, and nothing without a project', () => {
  const policy = policyWith({ projects: "projects: { production: ['*-prod', proj_Vault1] }" });
  expect(isProduction(policy, named('search-prod'))).toBe(true);
  expect(isProduction(policy, { id: 'proj_Vault1', name: 'vault' })).toBe(true);
  expect(isProduction(policy, named('search-dev'))).toBe(false);
  expect(isProduction(policy, null)).toBe(false);
});

test('the Slack groups to fetch are named as the policy names them', () => {
  expect(groupsNamed(policyWith())).toEqual([
    { name: 'on-call', slackGroup: 'S0ONCALL01' },
    { name: 'anybody', slackGroup: 'S0ANYBODY1' },
  ]);
});
