import { describe, expect, test } from 'vitest';
import { groupGuard, keepGroup, keepGroups } from '#operations/objects/group.ts';
import { hasAddress, keepPeople, keepPerson, sayPerson, userInput } from '#operations/objects/person.ts';
import { keepProjectGroup, keepProjectGroups } from '#operations/objects/project-group.ts';
import { keepHeldRoles, keepRole, keepRoles, rolesGuard } from '#operations/objects/role.ts';
import { groupOnWire, heldOnWire, meiOnWire, projectGroupOnWire, roleOnWire } from '../groups/wire.ts';
import { listOnWire } from '../wire.ts';

const hidden = 'a\u202eb\u200b\nc';

const keepers: readonly (readonly [what: string, keep: (answer: unknown) => unknown, answer: unknown])[] = [
  ['a group', keepGroup, groupOnWire()],
  ['groups', keepGroups, listOnWire(groupOnWire())],
  ['a person', keepPerson, meiOnWire()],
  ['people', keepPeople, listOnWire(meiOnWire())],
  ['a role', keepRole, roleOnWire()],
  ['roles', keepRoles, listOnWire(roleOnWire())],
  ['held roles', keepHeldRoles, listOnWire(heldOnWire(roleOnWire(), 'user_mei'))],
  ['a group in a project', keepProjectGroup, projectGroupOnWire()],
  ['groups in a project', keepProjectGroups, listOnWire(projectGroupOnWire())],
];

describe.each(keepers)('%s', (_, keep, answer) => {
  test('may hold fields that nobody knew of', () => {
    const more = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(more)
        : typeof value === 'object' && value !== null
          ? { ...Object.fromEntries(Object.entries(value).map(([key, item]) => [key, more(item)])), new_in_2027: [1] }
          : value;
    expect(keep(more(answer))).toEqual(keep(answer));
  });

  test.each([null, undefined, 'text', 7, {}, [], { data: {} }, { data: [null] }, { error: { message: 'no' } }])(
    'is not read into %j',
    (other) => {
      expect(() => keep(other)).toThrow();
    },
  );
});

describe('a group', () => {
  test('has times in milliseconds, and a type also where an answer leaves it out', () => {
    const { group_type: _, ...updated } = groupOnWire();
    expect(keepGroup(updated)).toEqual({
      id: 'group_support',
      name: 'Support',
      createdAt: Date.UTC(2026, 0, 5, 12),
      isManaged: false,
      type: 'group',
    });
  });

  test('keeps a name as long as OpenAI allows, because an undo gives it back', () => {
    expect(keepGroup(groupOnWire({ name: 'x'.repeat(255) })).name).toHaveLength(255);
  });

  test('guards what it is', () => {
    expect(Object.keys(groupGuard(keepGroup(groupOnWire())))).toEqual(['id', 'name', 'isManaged']);
  });
});

describe('a person', () => {
  test('has a name in any case', () => {
    expect(keepPerson({ id: 'user_1', name: null, email: 'a@acme.example' }).name).toBe('a@acme.example');
    expect(keepPerson({ id: 'user_1' })).toEqual({ id: 'user_1', name: 'user_1', email: null, isManaged: false });
  });

  test.each([{ is_scim_managed: true }, { user_type: 'tenant_user' }])(
    'of the identity provider is known by %j',
    (more) => {
      expect(keepPerson(meiOnWire(more)).isManaged).toBe(true);
    },
  );

  test('is said with an address, because a name can be chosen freely', () => {
    expect(sayPerson({ name: 'Mei', email: 'mei@acme.example' })).toBe('Mei (mei@acme.example)');
    expect(sayPerson({ name: 'mei@acme.example', email: 'mei@acme.example' })).toBe('mei@acme.example');
    expect(sayPerson({ name: 'Mei', email: null })).toBe('Mei');
  });

  test('is known by the address in any letters, and nobody by none', () => {
    expect(hasAddress({ email: 'Mei@acme.example' }, 'mei@ACME.example')).toBe(true);
    expect(hasAddress({ email: null }, null)).toBe(false);
    expect(hasAddress({ email: 'mei@acme.example' }, null)).toBe(false);
  });

  test('without an address is still somebody to other operations', () => {
    expect(userInput({ id: 'user_1', name: 'A', email: null })).toEqual({ id: 'user_1', name: 'A', email: '' });
  });
});

describe('a role', () => {
  test('has its permissions in an order of its own', () => {
    expect(keepRole(roleOnWire({ permissions: ['b', 'a'] })).permissions).toEqual(['a', 'b']);
  });

  test('is had through whom OpenAI says, or through nobody it says', () => {
    const [held] = keepHeldRoles(listOnWire(heldOnWire(roleOnWire(), 'user_mei', { through: ['group_1'] })));
    expect(held?.sources).toEqual([
      { id: 'user_mei', kind: 'user' },
      { id: 'group_1', kind: 'group' },
    ]);
    const [unsaid] = keepHeldRoles(listOnWire({ ...roleOnWire(), assignment_sources: null }));
    expect(unsaid?.sources).toEqual([]);
  });

  test('guards what it allows, in whatever order roles are listed', () => {
    const [one, two] = [keepRole(roleOnWire({ id: 'a' })), keepRole(roleOnWire({ id: 'b' }))];
    expect(rolesGuard([two, one])).toEqual(rolesGuard([one, two]));
    expect(rolesGuard([{ ...one, description: 'other' }])).toEqual(rolesGuard([one]));
  });
});

test('no name that the vendor gives can hide or fake anything', () => {
  expect(keepGroup(groupOnWire({ name: hidden })).name).toBe('ab c');
  expect(keepPerson(meiOnWire({ name: hidden, email: hidden }))).toMatchObject({ name: 'ab c', email: 'ab c' });
  expect(keepRole(roleOnWire({ name: hidden, description: hidden, permissions: [hidden] }))).toMatchObject({
    name: 'ab c',
    description: 'ab c',
    permissions: ['ab c'],
  });
  expect(keepProjectGroup(projectGroupOnWire({ group_name: hidden })).name).toBe('ab c');
});
