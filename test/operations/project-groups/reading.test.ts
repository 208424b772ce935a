import { describe, expect, test } from 'vitest';
import { findOperation } from '#operations/catalogue.ts';
import { showProjectGroup } from '#operations/project-groups/show.ts';
import { erinAsks, searchDev } from '../erin-asks.ts';
import { gatherByHand } from '../gather-by-hand.ts';
import { managedOnWire, projectGroupOnWire, support } from '../groups/wire.ts';
import { factOf, partOf, refusalOf, viewOf } from '../plan-by-hand.ts';
import { listOnWire } from '../wire.ts';
import { samples } from './samples.ts';

const shown = samples.find(({ operation }) => operation === 'project-groups.show')!;
const fromAbove = projectGroupOnWire({ group_id: 'group_okta', group_name: 'okta-eng', group_type: 'tenant_group' });

describe('the groups of a project', () => {
  const view = viewOf({
    operation: 'project-groups.list',
    input: { project: searchDev },
    answers: { groups: listOnWire(projectGroupOnWire(), fromAbove) },
  });

  test('have name, level and since when', () => {
    expect(partOf(view, 'rows').rows.map(({ cells }) => cells)).toEqual([
      ['Support', 'the organization', '2026-02-05 12:00 UTC', 'group_support'],
      ['okta-eng', 'the level above', '2026-02-05 12:00 UTC', 'group_okta'],
    ]);
  });

  test('have buttons whose operations take their input', () => {
    const actions = partOf(view, 'rows').rows.flatMap((row) => row.actions);
    expect(actions.slice(0, 3).map(({ operation }) => operation)).toEqual([
      'project-groups.show',
      'assignments.list-project-group',
      'project-groups.remove',
    ]);
    for (const { operation, input } of actions) expect(findOperation(operation)?.parseInput(input).success).toBe(true);
  });
});

describe('one group in a project', () => {
  test('is shown with its people and its roles there', () => {
    const view = viewOf(shown);
    expect(factOf(view, 'Members')).toBe('1 person');
    expect(factOf(view, 'Roles here')).toBe('Project Member, Key reader');
  });

  test('of the level above is asked for by its type, without which OpenAI does not find it', () => {
    const answers = { ...shown.answers, group: managedOnWire(), inProject: fromAbove };
    const { calls } = gatherByHand(showProjectGroup, erinAsks(shown.input), answers);
    expect(calls.at(-1)?.query).toEqual({ group_type: 'tenant_group' });
  });

  test('that is not in it can be added', () => {
    const answers = { ...shown.answers, held: null, inProject: null };
    expect(refusalOf({ ...shown, answers })).toMatchObject({
      code: 'project-groups.absent',
      next: { operation: 'project-groups.add', input: { project: searchDev, group: support } },
    });
  });

  test('that is gone altogether is not looked for there', () => {
    const answers = { group: null, members: null, held: null };
    expect(refusalOf({ ...shown, answers }).code).toBe('project-groups.absent');
  });
});
