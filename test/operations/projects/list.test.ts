import { expect, test } from 'vitest';
import { findOperation } from '#operations/catalogue.ts';
import { listProjects } from '#operations/projects/list.ts';
import { erinAsks, NOON, searchDev } from '../erin-asks.ts';
import { gatherByHand } from '../gather-by-hand.ts';
import { partOf, viewOf } from '../plan-by-hand.ts';

const projects = { asOf: NOON - 180_000, items: [{ ...searchDev, status: 'active', createdAt: Date.UTC(2025, 9, 9) }] };
const view = viewOf({ operation: 'projects.list', input: {}, answers: { projects } });

test('the list comes from memory, which keeps it fresh', () => {
  const { calls, questions } = gatherByHand(listProjects, erinAsks({}), { projects });
  expect({ calls, questions }).toEqual({ calls: [], questions: [{ of: 'projects' }] });
});

test('each project has its name, id and age, and the list says how old it is', () => {
  expect(partOf(view, 'rows').rows[0]?.cells).toEqual(['search-dev', 'proj_search_dev', '2025-10-09 00:00 UTC']);
  expect(partOf(view, 'note').text).toBe('As OpenAI said 3 minutes ago.');
});

test('each row shows the project or its keys', () => {
  const actions = partOf(view, 'rows').rows[0]?.actions ?? [];
  expect(actions.map(({ label, operation }) => [label, operation])).toEqual([
    ['Show', 'projects.show'],
    ['Keys', 'keys.list'],
  ]);
  for (const { operation, input } of actions) expect(findOperation(operation)?.parseInput(input).success).toBe(true);
});

test('nothing may be given', () => {
  expect(listProjects.parseInput({}).success).toBe(true);
  expect(listProjects.parseInput({ archived: true }).success).toBe(false);
});
