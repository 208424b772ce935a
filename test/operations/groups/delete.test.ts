import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#domain/canonical.ts';
import { findOperation } from '#operations/catalogue.ts';
import { deleteGroup } from '#operations/groups/delete.ts';
import { erinAsks, NOON } from '../erin-asks.ts';
import { gatherByHand } from '../gather-by-hand.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { listOnWire } from '../wire.ts';
import { deleting } from './samples.ts';
import { sentBy } from './sent-by.ts';
import { managedOnWire, meiOnWire, ownerRoleOnWire } from './wire.ts';

const withAnswers = (more: object) => ({ ...deleting, answers: { ...deleting.answers, ...more } });
const plan = planOf(deleting);

const crowd = (size: number) =>
  listOnWire(...Array.from({ length: size }, (_, n) => meiOnWire({ id: `user_${n}`, email: `p${n}@acme.example` })));

/** More projects than are asked, one by one, for the group. */
const manyProjects = {
  asOf: NOON,
  items: Array.from({ length: 11 }, (_, n) => ({ id: `proj_${n}`, name: `p${n}`, status: 'active', createdAt: 1 })),
};

test('a group is deleted by one call and is then not found', () => {
  expect(sentBy(plan)).toEqual([
    {
      call: 'DELETE /organization/groups/group_support',
      body: null,
      proof: ['gone', '/organization/groups/group_support', null],
    },
  ]);
  expect(plan.tier).toBe('destructive');
});

describe('what goes with it', () => {
  test('is shown: members, roles in the organization and in each project', () => {
    expect(plan.changes).toEqual([
      { label: 'Group', before: 'Support', after: null },
      { label: 'Members', before: '1 person', after: null },
      { label: 'Roles in the organization', before: 'Usage reader', after: null },
      { label: 'Roles in search-dev', before: 'Project Member, Key reader', after: null },
    ]);
    expect(plan.warnings).toEqual(['1 person loses at once what only Support lets them do.']);
    expect(plan.facts.map(({ value }) => value)).toEqual(['Mei Tanaka (mei@acme.example)']);
  });

  test('is asked of every active project and of no archived one', () => {
    const { calls, rounds } = gatherByHand(deleteGroup, erinAsks(deleting.input), deleting.answers);
    expect(rounds).toBe(2);
    expect(calls.slice(3).map(({ params }) => params['project_id'])).toEqual(['proj_search_dev', 'proj_playground']);
  });

  test('is not asked where there are too many projects, and that is said', () => {
    const many = withAnswers({ projects: manyProjects });
    expect(gatherByHand(deleteGroup, erinAsks(deleting.input), many.answers).calls).toHaveLength(3);
    const blind = planOf(many);
    expect(blind.warnings.at(-1)).toContain('In which of the 11 projects it has roles was not asked');
    expect(blind.inverse).toMatchObject({ verdict: 'partial' });
    expect(blind.inverse.sentence).toContain('Not with it come what it had in projects.');
    expect(blind.guards['projects']).toBeNull();
  });

  test('is kept whole, for undoing', () => {
    expect(plan.before).toMatchObject({
      group: { id: 'group_support' },
      members: [{ id: 'user_mei', email: 'mei@acme.example' }],
      roles: [{ role: 'role_usage' }],
      projects: [
        { project: { id: 'proj_search_dev' }, roles: [{ role: 'role-api-project-member' }, { role: 'role_keys' }] },
      ],
    });
  });

  test.each([
    ['a member more', { members: listOnWire(meiOnWire(), meiOnWire({ id: 'user_2' })) }],
    ['a role less', { roles: listOnWire() }],
    ['another project', { 'in:proj_search_dev': null }],
  ])('makes the request stale when there is %s', (_, more) => {
    expect(canonicalJson(planOf(withAnswers(more)).guards)).not.toBe(canonicalJson(plan.guards));
  });

  test('is critical when it made owners', () => {
    const critical = planOf(withAnswers({ roles: listOnWire(ownerRoleOnWire()) }));
    expect(critical.tier).toBe('critical');
    expect(critical.warnings.join(' ')).toContain('could stop working');
  });

  test('may be nothing', () => {
    const empty = planOf(
      withAnswers({ members: listOnWire(), roles: listOnWire(), 'in:proj_search_dev': listOnWire() }),
    );
    expect(empty.changes).toHaveLength(1);
    expect(empty.warnings).toEqual([]);
    expect(empty.inverse.input).toEqual({ name: 'Support', members: null, roles: null, projects: null });
  });
});

describe('undoing', () => {
  const parses = (input: object | null) => findOperation('groups.restore')?.parseInput({ ...input }).success;

  test('makes a group with the same members, roles and projects', () => {
    expect(plan.inverse).toMatchObject({ verdict: 'recreate', operation: 'groups.restore' });
    expect(plan.inverse.input).toEqual({
      name: 'Support',
      members: ['user_mei'],
      roles: ['role_usage'],
      projects: ['proj_search_dev:role-api-project-member', 'proj_search_dev:role_keys'],
    });
    expect(parses(plan.inverse.input)).toBe(true);
  });

  test('takes in as many members as fit fifty calls, and says how many do not', () => {
    const big = planOf(withAnswers({ members: crowd(60) }));
    expect(big.inverse.verdict).toBe('partial');
    expect(big.inverse.input?.['members']).toHaveLength(46);
    expect(big.inverse.sentence).toContain('14 members beyond the fifty steps');
    expect(parses(big.inverse.input)).toBe(true);
  });

  test('needs no thousand lines on a card', () => {
    const said = planOf(withAnswers({ members: crowd(1000) })).facts;
    expect(said.length).toBeLessThan(20);
    expect(said.at(-1)?.value).toContain('and 960 more');
    expect(said.every(({ value }) => value.length <= 200)).toBe(true);
  });
});

test.each([
  ['groups.gone', { group: null, members: null, roles: null }],
  ['groups.managed', { group: managedOnWire() }],
])('is refused with %s, and then no project is asked', (code, more) => {
  const given = withAnswers(more);
  expect(refusalOf(given).code).toBe(code);
  expect(gatherByHand(deleteGroup, erinAsks(deleting.input), given.answers).calls).toHaveLength(3);
});
