import type { AdminAPIKey } from 'openai/resources/admin/organization/admin-api-keys';
import { describe, expect, it } from 'vitest';

import { clientOf, openEmulator } from '../open-emulator.ts';
import { ids } from '../small-seed.ts';

describe('admin keys', () => {
  it('are listed oldest first unless asked otherwise', async () => {
    const { organization } = await openEmulator();
    const oldestFirst = [ids.otherAdminKey, ids.botAdminKey, ids.readOnlyAdminKey];
    expect((await organization.adminAPIKeys.list()).data.map(({ id }) => id)).toEqual(oldestFirst);
    const newest = await organization.adminAPIKeys.list({ order: 'desc' });
    expect(newest.data.map(({ id }) => id)).toEqual(oldestFirst.toReversed());
  });

  it('show their owner, a person or a service account, and that they were just used', async () => {
    const { organization, sec } = await openEmulator();
    const expected: AdminAPIKey = {
      object: 'organization.admin_api_key',
      id: ids.botAdminKey,
      name: 'bot',
      redacted_value: expect.stringMatching(/^sk-admin-\w{3}\.\.\.\w{4}$/),
      created_at: sec(-30),
      expires_at: sec(60),
      last_used_at: sec(0),
      owner: {
        type: 'user',
        object: 'organization.user',
        id: ids.ada,
        name: 'Ada North',
        created_at: sec(-300),
        role: 'owner',
      },
    };
    expect(await organization.adminAPIKeys.retrieve(ids.botAdminKey)).toEqual(expected);
    const other = await organization.adminAPIKeys.retrieve(ids.otherAdminKey);
    expect(other.owner).toMatchObject({ type: 'service_account', id: ids.robot, role: 'member' });
  });

  it('are made with a value that works until it expires', async () => {
    const { organization, emulator, clock, sec } = await openEmulator();
    const created = await organization.adminAPIKeys.create({ name: 'spare', expires_in_seconds: 60 });
    expect({ ...created, value: created.value.slice(0, 9) }).toMatchObject({
      name: 'spare',
      value: 'sk-admin-',
      expires_at: sec(0) + 60,
    });
    const spare = clientOf(emulator, created.value).admin.organization;
    expect((await spare.projects.list()).data).toHaveLength(2);
    clock.advance(60_000);
    await expect(spare.projects.list()).rejects.toMatchObject({ status: 401, code: 'invalid_api_key' });
  });

  it('can delete even themselves', async () => {
    const { organization } = await openEmulator();
    expect(await organization.adminAPIKeys.delete(ids.botAdminKey)).toEqual({
      object: 'organization.admin_api_key.deleted',
      id: ids.botAdminKey,
      deleted: true,
    });
    await expect(organization.adminAPIKeys.list()).rejects.toMatchObject({ status: 401 });
  });
});
