import { describe, expect, test } from 'vitest';
import { keepOnlyUser, keepOrganizationUser } from '#operations/objects/organization-user.ts';
import { userOnWire } from '../users/wire.ts';
import { listOnWire } from '../wire.ts';

describe('a person of the organization', () => {
  test('is kept with the projects in an order of their own', () => {
    expect(keepOrganizationUser(userOnWire())).toEqual({
      id: 'user_erin',
      name: 'Erin Vale',
      email: 'erin@acme.example',
      role: 'reader',
      addedAt: Date.UTC(2025, 9, 17, 12),
      isDefault: false,
      isManaged: false,
      keyLastUsedAt: Date.UTC(2026, 10, 23, 10),
      projects: [
        { id: 'proj_billing', name: 'billing', role: 'owner' },
        { id: 'proj_search_dev', name: 'search-dev', role: 'member' },
      ],
    });
  });

  test('may be told of in four fields', () => {
    expect(keepOrganizationUser({ id: 'user_1', added_at: 1, new_in_2027: [1] })).toEqual({
      id: 'user_1',
      name: 'user_1',
      email: null,
      role: 'unknown',
      addedAt: 1000,
      isDefault: false,
      isManaged: false,
      keyLastUsedAt: null,
      projects: null,
    });
  });

  test('hides no characters, and counts no project without an id', () => {
    const projects = {
      data: [
        { id: null, name: 'x' },
        { id: 'proj_1', name: 'a\u202eb' },
      ],
    };
    expect(keepOrganizationUser(userOnWire({ name: 'E\u200brin', projects }))).toMatchObject({
      name: 'Erin',
      projects: [{ id: 'proj_1', name: 'ab', role: 'unknown' }],
    });
  });

  test('is looked for in a list by address, and may not be there', () => {
    expect(keepOnlyUser(listOnWire(userOnWire()))?.id).toBe('user_erin');
    expect(keepOnlyUser(listOnWire())).toBeNull();
    expect(() => keepOnlyUser({ error: 'no' })).toThrow();
  });
});
