import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#domain/canonical.ts';
import { archiveProject } from '#operations/projects/archive.ts';
import { findOperation } from '#operations/catalogue.ts';
import { erinAsks, NOON, searchDev } from '../erin-asks.ts';
import { gatherByHand } from '../gather-by-hand.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { accountKeyOnWire, listOnWire, projectOnWire, userKeyOnWire } from '../wire.ts';
import { refusalOfArchived } from './archived.ts';
import { hangingAnswers } from './samples.ts';

const answers = { project: projectOnWire(), ...hangingAnswers };
const given = { operation: 'projects.archive', input: { project: searchDev }, answers };
const withAnswers = (more: object) => planOf({ ...given, answers: { ...answers, ...more } });
const minutesAgo = (minutes: number) => ({ last_used_at: NOON / 1000 - 60 * minutes });

describe('archiving', () => {
  const plan = planOf(given);

  test('is one call, proven by the project’s state, and critical', () => {
    expect(plan.steps).toMatchObject([
      {
        call: { endpoint: 'POST /organization/projects/{project_id}/archive', body: null },
        proof: {
          by: 'equals',
          read: { endpoint: 'GET /organization/projects/{project_id}' },
          where: { status: 'archived' },
        },
      },
    ]);
    expect(plan.tier).toBe('critical');
  });

  test('shows what ends with it', () => {
    expect(plan.holds).toBe('1 person · 2 keys · 1 service account · $12.50 spent this month');
    expect(plan.changes).toEqual([
      { label: 'State', before: 'active', after: 'archived, for ever' },
      {
        label: 'Keys',
        before: 'erin laptop of Erin Vale (used 2 hours ago), nightly-eval of evaluator (never used)',
        after: null,
      },
      { label: 'Service accounts', before: 'evaluator', after: null },
      { label: 'People', before: 'Erin Vale', after: null },
    ]);
    expect(plan.facts).toContainEqual({
      label: 'erin laptop of Erin Vale',
      value: 'sk-proj-abc...wxyz, used 2 hours ago',
      at: NOON,
    });
  });

  test('counts the keys of people who have left', () => {
    const keys = gatherByHand(archiveProject, erinAsks(given.input), answers).calls.find(({ endpoint }) =>
      endpoint.endsWith('/api_keys'),
    );
    expect(keys?.query).toEqual({ owner_project_access: 'any' });
  });

  test('warns of keys in use by name', () => {
    const used = withAnswers({ keys: listOnWire(accountKeyOnWire(), userKeyOnWire(minutesAgo(4))) });
    expect(used.warnings).toEqual([
      'In use: erin laptop of Erin Vale (used 4 minutes ago). Whatever uses them stops at once.',
      'An archived project never comes back.',
    ]);
    expect(plan.warnings).toEqual(['An archived project never comes back.']);
  });

  test('names ten keys, the last used first, and counts the rest', () => {
    const many = Array.from({ length: 12 }, (_, i) =>
      userKeyOnWire({ id: `key_${i}`, name: `k${i}`, ...minutesAgo(i + 1) }),
    );
    const said = withAnswers({ keys: listOnWire(...many.toReversed()) }).changes[1]?.before ?? '';
    expect(said).toMatch(/^k0 of Erin Vale \(used 1 minute ago\), k1 .*k9 .* and 2 more$/);
  });

  test('stands on the keys and accounts there are, not on their use', () => {
    const guards = (more: object) => canonicalJson(withAnswers(more).guards);
    const before = canonicalJson(plan.guards);
    expect(guards({ keys: listOnWire(accountKeyOnWire(minutesAgo(1)), userKeyOnWire()) })).toBe(before);
    expect(guards({ keys: listOnWire(accountKeyOnWire()) })).not.toBe(before);
    expect(guards({ accounts: listOnWire() })).not.toBe(before);
  });

  test('cannot be undone; a new project can be opened', () => {
    expect(plan.inverse).toMatchObject({ verdict: 'none', operation: 'projects.open', input: { name: 'search-dev' } });
    expect(findOperation('projects.open')?.parseInput(plan.inverse.input ?? {}).success).toBe(true);
  });
});

test('the default project is refused, and one that is archived already', () => {
  const project = projectOnWire({ name: 'Default project' });
  expect(refusalOf({ ...given, answers: { ...answers, project } }).code).toBe('projects.default');
  expect(refusalOfArchived('projects.archive', given.input).code).toBe('projects.archived');
});
