import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#domain/canonical.ts';
import { renameProject } from '#operations/projects/rename.ts';
import { searchDev } from '../erin-asks.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { listOnWire, projectOnWire } from '../wire.ts';
import { refusalOfArchived } from './archived.ts';

const ask = (name: string, more: object = {}) => ({
  operation: 'projects.rename',
  input: { project: searchDev, name },
  answers: { project: projectOnWire(), namesakes: listOnWire(projectOnWire()), ...more },
});

describe('a project gets another name', () => {
  const plan = planOf(ask('search-staging'));

  test('by one call that is read back', () => {
    expect(plan.steps).toMatchObject([
      {
        effect: 'set',
        call: { endpoint: 'POST /organization/projects/{project_id}', body: { name: 'search-staging' } },
        proof: { by: 'equals', where: { name: 'search-staging' } },
      },
    ]);
  });

  test('and the approver knows that rules go by names', () => {
    expect(plan.warnings).toEqual([
      'The policy goes by names: rules for search-dev no longer meet it, rules for search-staging do.',
    ]);
  });

  test('and its old one back, under the new one', () => {
    expect(plan.inverse).toMatchObject({
      verdict: 'exact',
      operation: 'projects.rename',
      input: { project: { id: 'proj_search_dev', name: 'search-staging' }, name: 'search-dev' },
    });
    expect(renameProject.parseInput(plan.inverse.input ?? {}).success).toBe(true);
  });

  test('as long as its name is what it was when that was approved', () => {
    const other = planOf(ask('search-staging', { project: projectOnWire({ name: 'search-test' }) }));
    expect(canonicalJson(other.guards)).not.toBe(canonicalJson(plan.guards));
  });

  test('also one that differs in capitals only', () => {
    expect(planOf(ask('Search-Dev')).gist).toBe('search-dev becomes Search-Dev');
  });
});

describe('a name is refused', () => {
  const taken = { namesakes: listOnWire(projectOnWire({ id: 'proj_b', name: 'search-prod' })) };

  test.each([
    ['that it has already', 'projects.rename.same', ask('search-dev')],
    ['that another one has', 'projects.name-taken', ask('search-prod', taken)],
    ['that tells the default project', 'projects.name-reserved', ask('Default project')],
    [
      'for the default project',
      'projects.default',
      ask('main', { project: projectOnWire({ name: 'Default project' }) }),
    ],
  ])('%s', (_, code, given) => {
    expect(refusalOf(given).code).toBe(code);
  });

  test('for an archived project', () => {
    expect(refusalOfArchived('projects.rename', ask('x').input).code).toBe('projects.archived');
  });
});
