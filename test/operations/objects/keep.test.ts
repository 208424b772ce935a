import { describe, expect, test } from 'vitest';
import { keepApiKey, keepApiKeys, keyGuard } from '#operations/objects/api-key.ts';
import { keepMembers } from '#operations/objects/member.ts';
import { keepProject, keepProjects } from '#operations/objects/project.ts';
import { keepServiceAccounts } from '#operations/objects/service-account.ts';
import { keepUsers } from '#operations/objects/user.ts';
import { accountKeyOnWire, listOnWire, memberOnWire, projectOnWire, userKeyOnWire } from '../wire.ts';

const hidden = 'a\u202eb\u200b\nc';

describe('a key', () => {
  test('of a person', () => {
    expect(keepApiKey(userKeyOnWire())).toEqual({
      id: 'key_erin',
      name: 'erin laptop',
      redacted: 'sk-proj-abc...wxyz',
      ownerKind: 'user',
      ownerId: 'user_erin',
      ownerName: 'Erin Vale',
      ownerEmail: 'erin@acme.example',
      createdAt: Date.UTC(2026, 3, 27, 12),
      lastUsedAt: Date.UTC(2026, 10, 23, 10),
      expiresAt: null,
      isOwned: true,
    });
  });

  test('of a service account', () => {
    expect(keepApiKey(accountKeyOnWire())).toMatchObject({
      ownerKind: 'account',
      ownerId: 'user_svc',
      ownerName: 'evaluator',
      ownerEmail: null,
      lastUsedAt: null,
      expiresAt: Date.UTC(2026, 11, 23, 12),
    });
  });

  test('without a name is called by its redacted value', () => {
    for (const name of [null, undefined, '', ' \u200b']) {
      expect(keepApiKey(userKeyOnWire({ name })).name).toBe('sk-proj-abc...wxyz');
    }
  });

  test('whose owner has lost access to the project has no owner to speak of', () => {
    expect(keepApiKey(userKeyOnWire({ owner_project_access: 'inactive' })).isOwned).toBe(false);
    expect(keepApiKey(userKeyOnWire({ owner_project_access: 'active' })).isOwned).toBe(true);
  });

  test('whose owner is hardly known is somebody all the same', () => {
    expect(keepApiKey(userKeyOnWire({ owner: { user: { id: 'user_1' } } }))).toMatchObject({
      ownerId: 'user_1',
      ownerName: 'unknown',
      ownerEmail: null,
    });
    expect(keepApiKey(userKeyOnWire({ owner: {} }))).toMatchObject({
      ownerKind: 'user',
      ownerId: '',
      ownerName: 'unknown',
    });
  });

  test('guards what it is and not when it was used or made', () => {
    const key = keepApiKey(userKeyOnWire());
    expect(Object.keys(keyGuard(key)).toSorted()).toEqual(['id', 'name', 'ownerId', 'ownerKind', 'redacted']);
    expect(keyGuard({ ...key, lastUsedAt: 1, expiresAt: 2, createdAt: 3, ownerName: 'other' })).toEqual(keyGuard(key));
  });
});

describe('a project', () => {
  test('has times in milliseconds, and defaults where the answer leaves them out', () => {
    expect(keepProject(projectOnWire())).toEqual({
      id: 'proj_search_dev',
      name: 'search-dev',
      status: 'active',
      createdAt: Date.UTC(2025, 9, 9, 12),
    });
    expect(keepProject({ id: 'proj_1', created_at: 1 })).toMatchObject({ name: 'proj_1', status: 'active' });
  });
});

describe('people', () => {
  test('leave service accounts out, and have a name in any case', () => {
    const users = keepUsers(
      listOnWire(
        { id: 'user_1', name: 'Erin', email: 'erin@acme.example', role: 'owner', added_at: 1 },
        { id: 'user_2', name: null, email: 'bea@acme.example', role: null, added_at: 2 },
        { id: 'user_3', added_at: 3, is_service_account: true },
        { id: 'user_4', added_at: 4, is_service_account: false },
      ),
    );
    expect(users.map(({ name, email, role, addedAt }) => [name, email, role, addedAt])).toEqual([
      ['Erin', 'erin@acme.example', 'owner', 1000],
      ['bea@acme.example', 'bea@acme.example', 'unknown', 2000],
      ['user_4', '', 'unknown', 4000],
    ]);
  });
});

const keepers: readonly (readonly [what: string, keep: (answer: unknown) => unknown, answer: unknown])[] = [
  ['a key', keepApiKey, userKeyOnWire()],
  ['keys', keepApiKeys, listOnWire(userKeyOnWire(), accountKeyOnWire())],
  ['a project', keepProject, projectOnWire()],
  ['projects', keepProjects, listOnWire(projectOnWire())],
  ['members', keepMembers, listOnWire(memberOnWire())],
  ['service accounts', keepServiceAccounts, listOnWire({ id: 'user_1', name: 'a', role: 'member', created_at: 1 })],
  ['people', keepUsers, listOnWire({ id: 'user_1', added_at: 1 })],
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
    'are not read into %j',
    (other) => {
      expect(() => keep(other)).toThrow();
    },
  );
});

test('no name that the vendor gives can hide or fake anything', () => {
  expect(keepApiKey(userKeyOnWire({ name: hidden })).name).toBe('ab c');
  expect(keepApiKey(userKeyOnWire({ redacted_value: hidden })).redacted).toBe('ab c');
  expect(keepApiKey(userKeyOnWire({ owner: { user: { id: 'u', name: hidden, email: hidden } } }))).toMatchObject({
    ownerName: 'ab c',
    ownerEmail: 'ab c',
  });
  expect(keepApiKey(accountKeyOnWire({ owner: { service_account: { id: 'u', name: hidden } } })).ownerName).toBe(
    'ab c',
  );
  expect(keepProject(projectOnWire({ name: hidden })).name).toBe('ab c');
  expect(keepMembers(listOnWire(memberOnWire({ name: hidden })))[0]?.name).toBe('ab c');
  expect(keepServiceAccounts(listOnWire({ id: 'u', name: hidden, role: 'r', created_at: 1 }))[0]?.name).toBe('ab c');
  expect(keepUsers(listOnWire({ id: 'u', name: hidden, email: hidden, added_at: 1 }))[0]).toMatchObject({
    name: 'ab c',
    email: 'ab c',
  });
});
