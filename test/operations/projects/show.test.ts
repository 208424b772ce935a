import { describe, expect, test } from 'vitest';
import { pathOf } from '#operations/call.ts';
import { findOperation } from '#operations/catalogue.ts';
import { showProject } from '#operations/projects/show.ts';
import { erinAsks, NOON, searchDev } from '../erin-asks.ts';
import { gatherByHand } from '../gather-by-hand.ts';
import { factOf, partOf, viewOf } from '../plan-by-hand.ts';
import { knownKey } from '../samples.ts';
import { listOnWire, memberOnWire, projectOnWire } from '../wire.ts';

const members = listOnWire(
  memberOnWire({ id: 'user_sam', name: 'Sam Okafor', role: 'owner' }),
  memberOnWire({ id: 'user_x', name: null, email: null, role: 'owner' }),
  memberOnWire(),
);
const answers = { project: projectOnWire(), members, keys: { asOf: NOON, items: [knownKey()] } };
const given = { operation: 'projects.show', input: { project: searchDev }, answers };

test('the project and all pages of its people are read; its keys come from memory', () => {
  const { calls, questions } = gatherByHand(showProject, erinAsks(given.input), answers);
  expect(calls.map(pathOf)).toEqual([
    '/organization/projects/proj_search_dev',
    '/organization/projects/proj_search_dev/users',
  ]);
  expect(questions).toEqual([{ of: 'keys', projectId: 'proj_search_dev' }]);
  const needs = showProject.need(erinAsks(given.input), {});
  expect(Array.isArray(needs) && needs.map((need) => need.from === 'openai' && need.pages)).toEqual([
    'one',
    'all',
    false,
  ]);
});

describe('what is shown of a project', () => {
  test('is its state, its owners by name or else by id, and how many people and keys', () => {
    expect(partOf(viewOf(given), 'facts').facts).toEqual([
      { label: 'Id', value: 'proj_search_dev' },
      { label: 'State', value: 'active' },
      { label: 'Created', value: '2025-10-09 12:00 UTC' },
      { label: 'Owners', value: 'Sam Okafor, user_x' },
      { label: 'People', value: '3 people' },
      { label: 'Keys', value: '1 key' },
    ]);
  });

  test('says so when nobody owns it', () => {
    const view = viewOf({ ...given, answers: { ...answers, members: listOnWire(memberOnWire()) } });
    expect(factOf(view, 'Owners')).toBe('none listed');
    expect(factOf(view, 'People')).toBe('1 person');
  });

  test('leads to its keys and to a new one', () => {
    const { actions } = partOf(viewOf(given), 'actions');
    expect(actions.map(({ operation }) => operation)).toEqual(['keys.list', 'keys.issue']);
    expect(findOperation('keys.list')?.parseInput(actions[0]?.input ?? {}).success).toBe(true);
    expect(actions[1]?.input).toEqual({ project: searchDev });
  });
});
