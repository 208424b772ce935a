import { describe, expect, test } from 'vitest';
import { onboardUser } from '#operations/users/onboard.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { listOnWire } from '../wire.ts';
import { keyFound, reachOwner, removing } from './people.ts';
import { firstOf } from './sent.ts';
import { bea, heldOnWire, ownerOnWire, readerRoleOnWire, userOnWire } from './wire.ts';

const plan = planOf(removing);
const withUser = (more: Readonly<Record<string, unknown>>) => ({
  ...removing,
  answers: { ...removing.answers, user: userOnWire(more) },
});

describe('removing somebody', () => {
  test('is one critical call, and done when the person is not found', () => {
    expect(plan.tier).toBe('critical');
    expect(firstOf(plan)).toEqual({
      sent: 'DELETE /organization/users/user_erin',
      body: null,
      proof: ['gone', 'GET /organization/users/user_erin'],
    });
  });

  test('shows what goes with them: projects, and roles beyond the built-in ones', () => {
    expect(plan.changes).toEqual([
      { label: 'Person', before: 'Erin Vale (erin@acme.example), reader', after: null },
      { label: 'In billing', before: 'owner', after: null },
      { label: 'In search-dev', before: 'member', after: null },
      { label: 'Role', before: 'Usage reader', after: null },
    ]);
    expect(plan.holds).toBe('Erin Vale (erin@acme.example) · reader since 2025-10-17 12:00 UTC · 2 projects');
    expect(plan.facts[0]?.value).toBe('2026-11-23 10:00 UTC');
  });

  test('keeps everything that was there', () => {
    expect(plan.before).toMatchObject({ user: { id: 'user_erin', projects: [{ id: 'proj_billing' }, {}] } });
    expect(plan.before['roles']).toHaveLength(2);
  });

  test('warns that keys stay, and names those that are known', () => {
    const warned = planOf({ ...removing, answers: { ...removing.answers, found: [keyFound] } });
    expect(warned.warnings).toEqual([
      'Their keys are not deleted by this: old script (hackday · sk-proj-old...wxyz). Off-boarding does that, too.',
    ]);
    expect(plan.warnings).toEqual([]);
  });

  test('says what OpenAI does not tell', () => {
    const dark = planOf({
      ...withUser({ projects: null }),
      answers: { ...withUser({ projects: null }).answers, roles: null },
    });
    expect(dark.warnings).toEqual([
      'OpenAI does not say which projects they are in; they lose all of them.',
      'Which further roles they have could not be found out, so no undo brings them back.',
    ]);
    expect(dark.inverse.input).toEqual({ email: 'erin@acme.example', role: 'reader', projects: null });
  });

  test('is undone in part, by an invitation with the same projects', () => {
    expect(plan.inverse).toMatchObject({ verdict: 'partial', operation: 'users.onboard' });
    expect(plan.inverse.sentence).toContain('their own keys do not come back');
    expect(plan.inverse.input).toEqual({
      email: 'erin@acme.example',
      role: 'reader',
      projects: ['proj_billing:owner', 'proj_search_dev'],
    });
    expect(onboardUser.parseInput(plan.inverse.input ?? {}).success).toBe(true);
  });

  test('of somebody with very many projects is undone as far as one request reaches', () => {
    const data = Array.from({ length: 20 }, (_, n) => ({ id: `proj_${n + 10}`, name: `p${n}`, role: 'member' }));
    const { inverse } = planOf(withUser({ projects: { object: 'list', data } }));
    expect(inverse.sentence).toContain('and 14 of their projects');
    expect(onboardUser.parseInput(inverse.input ?? {}).success).toBe(true);
  });

  test('of somebody without an address cannot be undone', () => {
    expect(planOf(withUser({ email: null })).inverse).toMatchObject({ verdict: 'none', operation: null });
  });
});

test('people of the identity provider are refused, with what can be done here', () => {
  expect(refusalOf(withUser({ is_scim_managed: true }))).toMatchObject({
    code: 'users.managed',
    next: { operation: 'users.offboard', input: { user: { id: 'user_erin' } } },
  });
});

test.each([
  ['users.gone', { ...removing.answers, user: null }],
  ['users.default', { ...removing.answers, user: userOnWire({ is_default: true }) }],
  ['users.own-key', { ...reachOwner, user: ownerOnWire() }],
  ['users.last-owner', { ...reachOwner, owners: listOnWire(ownerOnWire({ ...bea })) }],
])('%s is refused here, too', (code, answers) => {
  expect(refusalOf({ ...removing, answers: { ...removing.answers, ...answers } }).code).toBe(code);
});

test('a role that comes through a group is shown as well: it goes with the groups', () => {
  const roles = listOnWire(readerRoleOnWire(), heldOnWire({}, ['group_finops']));
  const { changes } = planOf({ ...removing, answers: { ...removing.answers, roles } });
  expect(changes.at(-1)).toEqual({ label: 'Role', before: 'Usage reader', after: null });
});
