import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dayMs } from '#domain/instant.ts';
import type { Json } from '#domain/json.ts';
import { conditions } from '#policy/conditions/catalogue.ts';
import { lifetimeCondition } from '#policy/conditions/lifetime.ts';
import { projectCondition } from '#policy/conditions/project.ts';
import { scopesCondition } from '#policy/conditions/scopes.ts';
import type { PermitRule } from '#policy/policy.ts';
import { factsOf, noManner, policyWith } from '../fixture.ts';

const files = readdirSync(new URL('../../../src/policy/conditions/', import.meta.url))
  .map((name) => name.replace(/\.ts$/, ''))
  .filter((name) => name !== 'catalogue' && name !== 'condition');

test('the list of conditions holds every condition there is, and no other', () => {
  expect(conditions.map(({ id }) => id).toSorted()).toEqual(files.toSorted());
});

const policy = policyWith();
const rule: PermitRule = {
  kind: 'permit',
  name: 'One',
  operations: ['*'],
  requesters: 'everyone',
  projects: null,
  bounds: { lifetimeMaxMs: null, scopes: null },
  safeguards: { stepUp: null, dwellMs: null, vetoMs: null, typed: null },
  consent: { kind: 'one', count: 1, from: ['approvers'] },
  manner: noManner,
  when: {},
  standing: false,
};
const scene = (bounds: Readonly<Record<string, Json>>) => ({
  policy,
  facts: factsOf({ policy, by: 'U0ERIN0001', operation: 'keys.issue', bounds }),
});

describe('a bound on the lifetime', () => {
  const bounded: PermitRule = { ...rule, bounds: { lifetimeMaxMs: 30 * dayMs, scopes: null } };
  test.each<[Readonly<Record<string, Json>>, 'yes' | 'no']>([
    [{ lifetimeMs: 30 * dayMs }, 'yes'],
    [{ lifetimeMs: 30 * dayMs + 1 }, 'no'],
    [{ lifetimeMs: 0 }, 'no'],
    [{ lifetimeMs: -1 }, 'no'],
    [{ lifetimeMs: null }, 'no'],
    [{ lifetimeMs: '1' }, 'no'],
    [{}, 'no'],
  ])('%j: %s', (bounds, answer) => {
    expect(lifetimeCondition.look(bounded, scene(bounds))?.answer).toBe(answer);
  });

  test('is not asked of a rule without one', () => {
    expect(lifetimeCondition.look(rule, scene({}))).toBeNull();
  });
});

describe('a bound on scopes', () => {
  const bounded: PermitRule = { ...rule, bounds: { lifetimeMaxMs: null, scopes: ['api.a', 'api.b'] } };
  test.each<[Readonly<Record<string, Json>>, 'yes' | 'no']>([
    [{ scopes: ['api.a'] }, 'yes'],
    [{ scopes: ['api.b', 'api.a'] }, 'yes'],
    [{ scopes: ['api.a', 'api.c'] }, 'no'],
    [{ scopes: ['API.A'] }, 'no'],
    [{ scopes: [] }, 'no'],
    [{ scopes: 'api.a' }, 'no'],
    [{ scopes: [['api.a']] }, 'no'],
    [{}, 'no'],
  ])('%j: %s', (bounds, answer) => {
    expect(scopesCondition.look(bounded, scene(bounds))?.answer).toBe(answer);
  });
});

describe('a list of projects', () => {
  test.each<[PermitRule['projects'], string | null, 'yes' | 'no' | undefined]>([
    [null, null, undefined],
    [['search-dev'], 'search-dev', 'yes'],
    [['proj_search-dev'], 'search-dev', 'yes'],
    [['*-prod'], 'search-dev', 'no'],
    [['*'], null, 'no'],
    ['production', 'search-prod', 'yes'],
    ['production', 'search-dev', 'no'],
    ['production', null, 'no'],
  ])('%j and the project %s: %s', (projects, project, answer) => {
    const facts = factsOf({ policy, by: 'U0ERIN0001', operation: 'keys.issue', project });
    expect(projectCondition.look({ ...rule, projects }, { policy, facts })?.answer).toBe(answer);
  });
});
