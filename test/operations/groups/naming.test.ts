import { describe, expect, test } from 'vitest';
import { findOperation } from '#operations/catalogue.ts';
import { bindJson } from '#operations/template.ts';
import { planOf, refusalOf } from '../plan-by-hand.ts';
import { listOnWire } from '../wire.ts';
import { bindings, sentBy } from './sent-by.ts';
import { groupOnWire, managedOnWire, okta, support } from './wire.ts';

const groups = listOnWire(groupOnWire(), managedOnWire());
const create = (name: string) => ({ operation: 'groups.create', input: { name }, answers: { groups } });
const rename = (name: string, more: object = {}) => ({
  operation: 'groups.rename',
  input: { group: support, name },
  answers: { group: groupOnWire(), groups, ...more },
});

describe('a new group', () => {
  const plan = planOf(create('Research'));

  test('is made by one call and found again by its name among those kept here', () => {
    expect(sentBy(plan)).toEqual([
      {
        call: 'POST /organization/groups',
        body: { name: 'Research' },
        proof: ['listed', '/organization/groups', { name: 'Research', is_scim_managed: false }],
      },
    ]);
    expect(plan).toMatchObject({ tier: 'routine', attempts: 1, project: null, beneficiaryEmail: null });
  });

  test('is undone by deleting exactly the one that was made', () => {
    expect(plan.inverse).toMatchObject({ verdict: 'exact', operation: 'groups.delete' });
    const input = bindJson(plan.inverse.input ?? {}, bindings);
    expect(input).toEqual({ group: { id: 'made_1', name: 'Research' } });
    expect(findOperation('groups.delete')?.parseInput(input).success).toBe(true);
  });

  test.each(['Support', 'SUPPORT', 'okta-eng'])('cannot be called %s, which is taken', (name) => {
    const refusal = refusalOf(create(name));
    expect(refusal.code).toBe('groups.taken');
    expect(
      findOperation('groups.show')?.parseInput(refusal.next?.kind === 'start' ? refusal.next.input : {}).success,
    ).toBe(true);
  });

  test.each([[''], ['   '], ['a'.repeat(256)], ['a\u202eb']])('cannot be called %j', (name) => {
    expect(findOperation('groups.create')?.parseInput({ name }).success).toBe(false);
  });
});

describe('a group that is renamed', () => {
  const plan = planOf(rename('Customer support'));

  test('has the new name when it is read again', () => {
    expect(sentBy(plan)).toEqual([
      {
        call: 'POST /organization/groups/group_support',
        body: { name: 'Customer support' },
        proof: ['equals', '/organization/groups/group_support', { name: 'Customer support' }],
      },
    ]);
    expect(plan.changes).toEqual([{ label: 'Name', before: 'Support', after: 'Customer support' }]);
    expect(plan.tier).toBe('routine');
  });

  test('gets its old name back', () => {
    expect(plan.inverse).toMatchObject({
      verdict: 'exact',
      operation: 'groups.rename',
      input: { group: { id: 'group_support', name: 'Customer support' }, name: 'Support' },
    });
  });

  test('stands on the name it had', () => {
    const other = planOf(rename('Customer support', { group: groupOnWire({ name: 'Help' }) }));
    expect(other.guards).not.toEqual(plan.guards);
  });

  test('may get its own name in other letters', () => {
    expect(planOf(rename('SUPPORT')).changes).toHaveLength(1);
  });

  test.each([
    ['groups.same', rename('Support')],
    ['groups.taken', rename('Okta-Eng')],
    ['groups.gone', rename('Help', { group: null })],
    ['groups.managed', { ...rename('Help', { group: managedOnWire() }), input: { group: okta, name: 'Help' } }],
  ])('is refused with %s', (code, given) => {
    expect(refusalOf(given).code).toBe(code);
  });

  test('at the identity provider is for somebody else, who is named', () => {
    expect(refusalOf(rename('Help', { group: managedOnWire() })).whoCan).toContain('administers the identity provider');
  });
});
