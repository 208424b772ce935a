import { describe, expect, test } from 'vitest';
import { pathOf } from '#operations/call.ts';
import { findOperation } from '#operations/catalogue.ts';
import { showProject } from '#operations/projects/show.ts';
import { erinAsks, NOON, searchDev } from '../erin-asks.ts';
import { gatherByHand } from '../gather-by-hand.ts';
import { factOf, partOf, viewOf } from '../plan-by-hand.ts';
import { knownKey } from '../samples.ts';
import { listOnWire, memberOnWire, projectOnWire } from '../wire.ts';
import { costsOnWire, hardLimitOnWire, limitsOnWire, modelsOnWire } from './settings-on-wire.ts';

const members = listOnWire(
  memberOnWire({ id: 'user_sam', name: 'Sam Okafor', role: 'owner' }),
  memberOnWire({ id: 'user_x', name: null, email: null, role: 'owner' }),
  memberOnWire(),
);
const answers = {
  project: projectOnWire(),
  members,
  models: null,
  limits: limitsOnWire(),
  hardLimit: hardLimitOnWire(25_000),
  spentCents: costsOnWire(12.5),
  keys: { asOf: NOON, items: [knownKey()] },
};
const given = { operation: 'projects.show', input: { project: searchDev }, answers };
const withAnswers = (more: object) => viewOf({ ...given, answers: { ...answers, ...more } });

test('the project is read first, then all that hangs on it; its keys come from memory', () => {
  const { calls, questions, rounds } = gatherByHand(showProject, erinAsks(given.input), answers);
  const inside = ['users', 'model_permissions', 'rate_limits', 'spend_limit'];
  expect(rounds).toBe(2);
  expect(calls.map(pathOf)).toEqual([
    '/organization/projects/proj_search_dev',
    ...inside.map((name) => `/organization/projects/proj_search_dev/${name}`),
    '/organization/costs',
  ]);
  expect(questions).toEqual([{ of: 'keys', projectId: 'proj_search_dev' }]);
});

describe('what is shown of a project', () => {
  test('is its state, who owns it, what it spends, and what bounds it', () => {
    expect(partOf(viewOf(given), 'facts').facts).toEqual([
      { label: 'Id', value: 'proj_search_dev' },
      { label: 'State', value: 'active' },
      { label: 'Created', value: '2025-10-09 12:00 UTC' },
      { label: 'Owners', value: 'Sam Okafor, user_x' },
      { label: 'People', value: '3 people' },
      { label: 'Keys', value: '1 key' },
      { label: 'Spent this month', value: '$12.50 of $250' },
      { label: 'May use', value: 'every model' },
      { label: 'Rate limits', value: 'for 2 models' },
    ]);
  });

  test('is everybody in it with their role', () => {
    expect(partOf(viewOf(given), 'rows').rows.map(({ cells }) => cells)).toEqual([
      ['Sam Okafor', 'owner'],
      ['user_x', 'owner'],
      ['Erin Vale', 'member'],
    ]);
  });

  test('says so when nobody owns it, or nothing bounds its spending', () => {
    const view = withAnswers({ members: listOnWire(memberOnWire()), hardLimit: null });
    expect(factOf(view, 'Owners')).toBe('none listed');
    expect(factOf(view, 'People')).toBe('1 person');
    expect(factOf(view, 'Spent this month')).toBe('$12.50, and no hard limit');
  });

  test('says so when its limit is reached, its models are few, or a key has lost its owner', () => {
    const view = withAnswers({
      hardLimit: hardLimitOnWire(1000, 'enforcing'),
      models: modelsOnWire('allow_list', 'gpt-6-astra'),
      keys: { asOf: NOON, items: [knownKey(), knownKey({ id: 'key_b', isOwned: false })] },
    });
    expect(factOf(view, 'Spent this month')).toBe('$12.50 of $10; it is reached, so every request fails');
    expect(factOf(view, 'May use')).toBe('only gpt-6-astra');
    expect(factOf(view, 'Keys')).toBe('2 keys, 1 without an owner here');
  });

  test('leads to its keys, a new one, its settings and its containment', () => {
    const { actions } = partOf(viewOf(given), 'actions');
    expect(actions.map(({ operation }) => operation)).toEqual([
      'keys.list',
      'keys.issue',
      'models.show',
      'rate-limits.list',
      'spend-limits.set',
      'projects.contain',
    ]);
    for (const { operation, input } of actions) {
      expect(input).toEqual({ project: searchDev });
      expect(findOperation(operation)?.fields['project']).toBeDefined();
    }
  });
});

test('of an archived project only itself is read and shown', () => {
  const archived = { ...given, answers: { project: projectOnWire({ status: 'archived' }) } };
  const view = viewOf(archived);
  expect(factOf(view, 'State')).toBe('archived');
  expect(factOf(view, 'Keys')).toBeUndefined();
  expect(view.parts.map(({ part }) => part)).toEqual(['facts', 'note']);
});
