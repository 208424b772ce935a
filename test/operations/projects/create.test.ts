import { describe, expect, test } from 'vitest';
import { archiveProject } from '#operations/projects/archive.ts';
import { createProject } from '#operations/projects/create.ts';
import { bindJson } from '#operations/template.ts';
import { NOON } from '../erin-asks.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { listOnWire, projectOnWire } from '../wire.ts';

const ask = (more: object = {}, projects: readonly object[] = [projectOnWire()]) => ({
  operation: 'projects.create',
  input: { name: 'search-eval', residency: null, encryptionKey: null, ...more },
  answers: { namesakes: listOnWire(...projects) },
});

describe('an empty project', () => {
  test('is made by one call, and found again by its name among those in use', () => {
    const [step] = planOf(ask()).steps;
    expect(step).toMatchObject({
      effect: 'create',
      call: { endpoint: 'POST /organization/projects', body: { name: 'search-eval' } },
      proof: {
        by: 'listed',
        read: { endpoint: 'GET /organization/projects', query: {} },
        where: { name: 'search-eval' },
      },
    });
  });

  test('may have its place and its encryption key from the beginning, and only then', () => {
    const plan = planOf(
      ask({ residency: 'EU_STORAGE_PROCESSING', encryptionKey: { id: 'extkey_1', name: 'billing' } }),
    );
    expect(plan.steps[0]?.call.body).toEqual({
      name: 'search-eval',
      residency: 'EU_STORAGE_PROCESSING',
      external_key_id: 'extkey_1',
    });
    expect(plan.changes.map(({ after }) => after)).toEqual([
      'search-eval',
      'European Union, stored and processed',
      'billing',
    ]);
  });

  test('is judged by the name that it will have', () => {
    expect(planOf(ask()).project).toEqual({ id: 'new', name: 'search-eval' });
  });

  test('can be archived and no more, by the id that its creation answers', () => {
    const { inverse } = planOf(ask());
    const results = { project: { id: 'proj_new' } };
    const input = bindJson(inverse.input ?? {}, { requestId: 'R1', attempt: 1, now: NOON, results });
    expect(inverse).toMatchObject({ verdict: 'partial', operation: 'projects.archive' });
    expect(input).toEqual({ project: { id: 'proj_new', name: 'search-eval' } });
    expect(archiveProject.parseInput(input).success).toBe(true);
  });
});

describe('a name is refused', () => {
  test.each([
    ['that a project in use has', 'projects.name-taken', ask({}, [projectOnWire({ name: 'Search-Eval' })])],
    ['that tells the default project', 'projects.name-reserved', ask({ name: 'default Project' })],
  ])('%s', (_, code, given) => {
    expect(refusalOf(given).code).toBe(code);
  });

  test('that is empty, of several lines, or hides something', () => {
    for (const name of ['', ' ', 'a\nb', 'a\u202eb']) {
      expect(createProject.parseInput({ name }).success).toBe(false);
    }
  });
});
