import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#domain/canonical.ts';
import { pathOf } from '#operations/call.ts';
import { addGroupMember } from '#operations/groups/add-member.ts';
import { erinAsks } from '../erin-asks.ts';
import { gatherByHand } from '../gather-by-hand.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { listOnWire } from '../wire.ts';
import { sentBy } from './sent-by.ts';
import {
  erin,
  erinOnWire,
  groupOnWire,
  managedOnWire,
  mei,
  meiOnWire,
  ownerRoleOnWire,
  roleOnWire,
  support,
} from './wire.ts';

const adding = (more: object = {}, user: object = mei) => ({
  operation: 'groups.add-member',
  input: { group: support, user: { ...mei, ...user } },
  answers: { group: groupOnWire(), person: meiOnWire(), member: null, roles: listOnWire(roleOnWire()), ...more },
});
const removing = (more: object = {}) => ({
  operation: 'groups.remove-member',
  input: { group: support, user: mei },
  answers: { group: groupOnWire(), member: meiOnWire(), roles: listOnWire(roleOnWire()), ...more },
});
const owners = { roles: listOnWire(ownerRoleOnWire()) };

const MEMBER = '/organization/groups/group_support/users/user_mei';

describe('somebody who is added', () => {
  const plan = planOf(adding());

  test('is a member when they are found as one', () => {
    expect(sentBy(plan)).toEqual([
      {
        call: 'POST /organization/groups/group_support/users',
        body: { user_id: 'user_mei' },
        proof: ['equals', MEMBER, { id: 'user_mei' }],
      },
    ]);
  });

  test('is shown with what comes with it', () => {
    expect(plan.changes).toEqual([
      { label: 'Member of Support', before: null, after: 'Mei Tanaka (mei@acme.example)' },
      { label: 'Role through the group', before: null, after: 'Usage reader' },
    ]);
    expect(plan.facts.map(({ label, value }) => [label, value])).toEqual([['The group may', 'api.usage.read']]);
    expect(plan).toMatchObject({ tier: 'routine', beneficiaryEmail: 'mei@acme.example', warnings: [] });
  });

  test('can be taken out again', () => {
    expect(plan.inverse).toMatchObject({
      verdict: 'exact',
      operation: 'groups.remove-member',
      input: { group: support, user: mei },
    });
  });

  test('becomes an owner through a group of owners, which is critical and said', () => {
    const critical = planOf(adding(owners));
    expect(critical.tier).toBe('critical');
    expect(critical.warnings).toEqual(['This makes Mei Tanaka as good as an owner of the organization.']);
  });

  test('and asks for it themselves is said to', () => {
    const own = planOf(adding({ person: erinOnWire() }, erin));
    expect(own.warnings).toEqual(['The requester asks for access for themselves.']);
  });

  test('stands on what the group may do, whatever the order', () => {
    const [one, two] = [roleOnWire({ id: 'role_a' }), roleOnWire({ id: 'role_b' })];
    const guards = [
      listOnWire(one, two),
      listOnWire(two, one),
      listOnWire(one, { ...two, permissions: ['api.groups.write'] }),
    ].map((roles) => canonicalJson(planOf(adding({ roles })).guards));
    expect(guards[1]).toBe(guards[0]);
    expect(guards[2]).not.toBe(guards[0]);
  });

  test.each([
    ['groups.gone', { group: null }],
    ['groups.nobody', { person: null }],
    ['groups.member', { member: meiOnWire() }],
    ['groups.managed', { group: managedOnWire() }],
  ])('is refused with %s', (code, more) => {
    expect(refusalOf(adding(more)).code).toBe(code);
  });

  test('is read by four calls at once', () => {
    const { calls, rounds } = gatherByHand(addGroupMember, erinAsks(adding().input), adding().answers);
    expect(rounds).toBe(1);
    expect(calls.map(pathOf)).toEqual([
      '/organization/groups/group_support',
      '/organization/users/user_mei',
      MEMBER,
      '/organization/groups/group_support/roles',
    ]);
  });
});

describe('somebody who is taken out', () => {
  const plan = planOf(removing());

  test('is no member when they are not found as one', () => {
    expect(sentBy(plan)).toEqual([{ call: `DELETE ${MEMBER}`, body: null, proof: ['gone', MEMBER, null] }]);
    expect(plan).toMatchObject({ tier: 'destructive', beneficiaryEmail: 'mei@acme.example' });
    expect(plan.changes.map(({ before, after }) => [before, after])).toEqual([
      ['Mei Tanaka (mei@acme.example)', null],
      ['Usage reader', null],
    ]);
  });

  test('can be added again', () => {
    expect(plan.inverse).toMatchObject({ verdict: 'exact', operation: 'groups.add-member' });
  });

  test('stops being an owner, which is critical and may stop this bot', () => {
    const critical = planOf(removing(owners));
    expect(critical.tier).toBe('critical');
    expect(critical.warnings.join(' ')).toContain('the one this bot uses, could stop working');
  });

  test('and asks for it themselves is said to', () => {
    expect(planOf(removing({ member: erinOnWire() })).warnings).toEqual([
      'The requester gives up access of their own.',
    ]);
  });

  test.each([
    ['groups.gone', { group: null, member: null }],
    ['groups.not-member', { member: null }],
    ['groups.managed', { group: managedOnWire() }],
    ['groups.managed', { group: managedOnWire(), member: null }],
  ])('is refused with %s', (code, more) => {
    expect(refusalOf(removing(more)).code).toBe(code);
  });
});
