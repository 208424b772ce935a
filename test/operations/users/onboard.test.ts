import { describe, expect, test } from 'vitest';
import { offboardUser } from '#operations/users/offboard.ts';
import { onboardUser } from '#operations/users/onboard.ts';
import { erinAsks, NOON } from '../erin-asks.ts';
import { gatherByHand } from '../gather-by-hand.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { listOnWire, memberOnWire } from '../wire.ts';
import { joining } from './people.ts';
import { sentBy } from './sent.ts';
import { erin, inviteOnWire, userOnWire } from './wire.ts';

describe('somebody who is in the organization', () => {
  const plan = planOf(joining);

  test('is added to the projects they are not in, and to no other', () => {
    expect(sentBy(plan)).toEqual(['POST /organization/projects/proj_playground/users']);
    expect(plan.steps[0]?.call.body).toEqual({ user_id: 'user_erin', role: 'member' });
    expect(plan.changes).toEqual([
      { label: 'Erin Vale (erin@acme.example) in playground', before: null, after: 'member' },
    ]);
    expect(plan).toMatchObject({ tier: 'routine', title: 'Add Erin Vale to playground', warnings: [] });
  });

  test('is taken out of just these projects by the undo', () => {
    expect(plan.inverse).toMatchObject({ verdict: 'exact', operation: 'users.offboard' });
    expect(plan.inverse.input).toEqual({ user: erin, from: ['proj_playground'] });
    expect(offboardUser.parseInput(plan.inverse.input ?? {}).success).toBe(true);
  });

  test('stands on the memberships that were read', () => {
    expect(plan.guards).toMatchObject({ memberships: { proj_playground: null, proj_search_dev: 'member' } });
  });

  test('keeps every role they have, and that is said', () => {
    const given = {
      ...joining,
      input: { ...joining.input, role: 'owner', projects: ['playground', 'search-dev:owner'] },
    };
    expect(planOf(given).warnings).toEqual([
      'They stay reader of the organization; users set-role changes that.',
      'They stay member of search-dev; members set-role changes that.',
    ]);
    expect(sentBy(planOf(given))).toHaveLength(1);
  });

  test('as an owner needs more consent', () => {
    const owner = planOf({ ...joining, input: { ...joining.input, projects: ['playground:owner', 'search-dev'] } });
    expect(owner.tier).toBe('destructive');
    expect(owner.warnings[0]).toBe('An owner may add people and make keys without Countersign: playground.');
  });

  test('cannot be added to the default project, which is left out', () => {
    const standard = { id: 'proj_default', name: 'Default project', status: 'active', createdAt: NOON };
    const answers = {
      ...joining.answers,
      projects: { ...joining.answers.projects, items: [...joining.answers.projects.items, standard] },
      'member of proj_default': null,
    };
    const plan = planOf({ ...joining, input: { ...joining.input, projects: ['playground', 'proj_default'] }, answers });
    expect(sentBy(plan)).toHaveLength(1);
    expect(plan.warnings).toEqual(['Nobody can be added to Default project directly, so it is left out.']);
  });

  test.each([
    ['without projects', null],
    ['with projects they are all in', ['search-dev']],
  ])('%s has nothing to gain', (_, projects) => {
    expect(refusalOf({ ...joining, input: { ...joining.input, projects } }).code).toBe('users.onboard.nothing');
  });

  test('costs one look a project, within what is declared', () => {
    const names = Array.from({ length: 14 }, (_, n) => `p${n}`);
    const items = names.map((name) => ({ id: `proj_${name}`, name, status: 'active', createdAt: NOON }));
    const memberships = Object.fromEntries(items.map(({ id }) => [`member of ${id}`, null]));
    const answers = { ...joining.answers, projects: { asOf: NOON, items }, ...memberships };
    const input = { ...joining.input, projects: names };
    expect(gatherByHand(onboardUser, erinAsks(input), answers).calls).toHaveLength(onboardUser.callBudget);
    expect(onboardUser.parseInput({ ...input, projects: [...names, 'more'] }).success).toBe(false);
  });
});

describe('somebody who is not there', () => {
  const inviting = {
    operation: 'users.onboard',
    input: { email: 'Wanda@acme.example', role: null, projects: ['search-dev'] },
    answers: { ...joining.answers, present: listOnWire() },
  };

  test('is invited with the same words', () => {
    const plan = planOf(inviting);
    expect(sentBy(plan)).toEqual(['POST /organization/invites']);
    expect(plan.operation).toBe('users.onboard');
    expect(plan.steps[0]?.call.body).toEqual({
      email: 'wanda@acme.example',
      role: 'reader',
      projects: [{ id: 'proj_search_dev', role: 'member' }],
    });
    expect(plan.inverse).toMatchObject({ verdict: 'partial', operation: 'invites.withdraw' });
  });

  test('is looked for under the address as typed and in small letters', () => {
    const { calls } = gatherByHand(onboardUser, erinAsks(inviting.input), inviting.answers);
    expect(calls[0]?.query).toEqual({ emails: ['Wanda@acme.example', 'wanda@acme.example'] });
  });

  test('is not invited twice', () => {
    const earlier = listOnWire(inviteOnWire({ email: 'wanda@acme.example' }));
    expect(refusalOf({ ...inviting, answers: { ...inviting.answers, earlier } })).toMatchObject({
      code: 'invites.pending',
      next: { operation: 'invites.withdraw' },
    });
  });
});

test('a word that names no project ends it before anything more is read', () => {
  const input = { ...joining.input, projects: ['nowhere'] };
  const known = { present: userOnWire(), earlier: [], projects: joining.answers.projects };
  const needs = onboardUser.need(erinAsks(input), JSON.parse(JSON.stringify(known)) as never);
  expect(needs).toMatchObject({ kind: 'refusal', code: 'invites.unknown-project' });
});

test('a membership that is there is read as such', () => {
  const answers = { ...joining.answers, 'member of proj_playground': memberOnWire({ role: 'owner' }) };
  expect(refusalOf({ ...joining, answers }).code).toBe('users.onboard.nothing');
});
