import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#domain/canonical.ts';
import { setUserRole } from '#operations/users/set-role.ts';
import { erinAsks } from '../erin-asks.ts';
import { gatherByHand } from '../gather-by-hand.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { listOnWire } from '../wire.ts';
import { own, owners, reach, reachOwner } from './people.ts';
import { firstOf } from './sent.ts';
import { bea, erin, ownerOnWire, ownKeyOnWire, sam, userOnWire } from './wire.ts';

const raising = { operation: 'users.set-role', input: { user: erin, role: 'owner' }, answers: reach };
const lowering = { operation: 'users.set-role', input: { user: bea, role: 'reader' }, answers: reachOwner };

describe('making somebody an owner', () => {
  const plan = planOf(raising);

  test('is one critical call, read back from the person', () => {
    expect(plan.tier).toBe('critical');
    expect(firstOf(plan)).toEqual({
      sent: 'POST /organization/users/user_erin',
      body: { role: 'owner' },
      proof: ['equals', 'GET /organization/users/user_erin', { role: 'owner' }],
    });
  });

  test('says what an owner may do, and who gains', () => {
    expect(plan.changes).toEqual([
      { label: 'Role of Erin Vale (erin@acme.example)', before: 'reader', after: 'owner' },
    ]);
    expect(plan.warnings).toEqual([
      'An owner may do everything in the organization, also without Countersign and without a second person.',
    ]);
    expect(plan.beneficiaryEmail).toBe('erin@acme.example');
    expect(plan.bounds).toEqual({ role: 'owner' });
  });

  test('is undone exactly, by input that the operation takes', () => {
    expect(plan.inverse).toMatchObject({ verdict: 'exact', operation: 'users.set-role' });
    expect(setUserRole.parseInput(plan.inverse.input ?? {})).toMatchObject({ success: true });
    expect(plan.inverse.input).toEqual({ user: erin, role: 'reader' });
  });

  test('stands on who and what they are, not on when a key of theirs was used', () => {
    const guardsWith = (more: Readonly<Record<string, unknown>>) =>
      canonicalJson(planOf({ ...raising, answers: { ...reach, user: userOnWire(more) } }).guards);
    expect(guardsWith({ api_key_last_used_at: 1 })).toBe(canonicalJson(plan.guards));
    expect(guardsWith({ email: 'other@acme.example' })).not.toBe(canonicalJson(plan.guards));
  });

  test('is allowed even where nobody knows whose key Countersign runs on: it locks nobody out', () => {
    expect(planOf({ ...raising, answers: { user: userOnWire(), own: { id: null } } }).steps).toHaveLength(1);
  });
});

describe('making an owner a reader', () => {
  test('counts the owners first, and warns when one is left', () => {
    const plan = planOf(lowering);
    expect(plan.facts[0]).toMatchObject({ label: 'Owners now', value: '2 owners' });
    expect(plan.warnings).toEqual(['Then there is one owner left. If that account is lost, only OpenAI can help.']);
    const more = listOnWire(ownerOnWire(), ownerOnWire({ ...bea }), ownerOnWire({ id: 'user_ines' }));
    expect(planOf({ ...lowering, answers: { ...reachOwner, owners: more } }).warnings).toEqual([]);
  });

  test('reads at most three things, and the owners only of an owner', () => {
    const reads = (given: typeof raising | typeof lowering) =>
      gatherByHand(setUserRole, erinAsks(given.input), given.answers).calls.map((call) => call.endpoint);
    expect(reads(lowering)).toEqual([
      'GET /organization/users/{user_id}',
      'GET /organization/admin_api_keys/{key_id}',
      'GET /organization/users',
    ]);
    expect(reads(raising)).toHaveLength(2);
  });
});

test('a role that cannot be set by name has no undo', () => {
  const answers = { ...reach, user: userOnWire({ role: 'auditor' }) };
  expect(planOf({ ...raising, answers }).inverse).toMatchObject({ verdict: 'none', operation: null });
});

describe('it is refused', () => {
  const code = (given: Parameters<typeof refusalOf>[0]) => refusalOf(given).code;

  test('where nothing would change', () => {
    expect(code({ ...raising, input: { user: erin, role: 'reader' } })).toBe('users.same');
  });

  test('for somebody who is gone', () => {
    expect(code({ ...raising, answers: { user: null, own } })).toBe('users.gone');
  });

  test('for people of the identity provider, in both directions', () => {
    const managed = { is_scim_managed: true };
    expect(code({ ...raising, answers: { ...reach, user: userOnWire(managed) } })).toBe('users.managed');
    const answers = { ...reachOwner, user: ownerOnWire({ ...bea, ...managed }) };
    expect(refusalOf({ ...lowering, answers })).toMatchObject({
      code: 'users.managed',
      whoCan: 'Whoever runs your identity provider.',
    });
  });

  test('for the default user', () => {
    const answers = { ...reachOwner, user: ownerOnWire({ ...bea, is_default: true }) };
    expect(code({ ...lowering, answers })).toBe('users.default');
  });

  test('F3 · for the owner of the key that Countersign runs on', () => {
    const answers = { ...reachOwner, user: ownerOnWire() };
    expect(code({ ...lowering, input: { user: sam, role: 'reader' }, answers })).toBe('users.own-key');
  });

  test('for an owner while nobody knows whose key that is', () => {
    const user = ownerOnWire({ ...bea });
    expect(code({ ...lowering, answers: { user, own: { id: null }, owners } })).toBe('users.own-key-unknown');
    expect(code({ ...lowering, answers: { user, own, ownKey: null, owners } })).toBe('users.own-key-unknown');
  });

  test('F3 · for the last owner who is a person, with the way out', () => {
    const robot = ownerOnWire({ id: 'user_robot', is_service_account: true });
    const answers = { ...reachOwner, owners: listOnWire(ownerOnWire({ ...bea }), robot) };
    expect(refusalOf({ ...lowering, answers })).toMatchObject({
      code: 'users.last-owner',
      next: { operation: 'users.set-role', input: { role: 'owner' } },
    });
  });
});

test('the key’s owner may be a service account, which is nobody here', () => {
  const ownKey = ownKeyOnWire({ owner: { type: 'service_account', id: 'sa_1', name: 'iac' } });
  expect(planOf({ ...lowering, answers: { ...reachOwner, ownKey } }).steps).toHaveLength(1);
});
