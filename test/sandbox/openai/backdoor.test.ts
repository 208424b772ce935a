import { describe, expect, it } from 'vitest';

import { openEmulator } from './open-emulator.ts';
import { ids } from './small-seed.ts';

describe('the backdoor', () => {
  it("makes a service account with a key in the name of the bot's admin key, without a call", async () => {
    const { emulator, organization } = await openEmulator();
    const made = emulator.backdoor.createServiceAccountKey({ projectId: ids.web, name: 'shadow' });
    expect(emulator.calls()).toEqual([]);
    const key = await organization.projects.apiKeys.retrieve(made.keyId, { project_id: ids.web });
    expect(key.owner.service_account).toMatchObject({ id: made.serviceAccountId, name: 'shadow' });
    const { data } = await organization.auditLogs.list({ resource_ids: [made.keyId] });
    expect(data).toMatchObject([{ type: 'api_key.created', actor: { api_key: { id: ids.botAdminKey } } }]);
  });

  it('deletes a key in the name of another admin key', async () => {
    const { emulator, organization } = await openEmulator();
    emulator.backdoor.deleteKey(ids.linKey, ids.otherAdminKey);
    const { data } = await organization.auditLogs.list({ resource_ids: [ids.linKey] });
    expect(data).toMatchObject([
      {
        type: 'api_key.deleted',
        actor: { api_key: { id: ids.otherAdminKey, type: 'service_account', service_account: { id: ids.robot } } },
      },
    ]);
  });

  it('fails aloud when what it should change is not there', async () => {
    const { emulator } = await openEmulator();
    expect(() => emulator.backdoor.deleteKey('key_nope')).toThrow(/not found/);
    expect(() => emulator.backdoor.deleteKey(ids.linKey, 'key_nope')).toThrow(/No admin key/);
  });

  it("makes real calls with the bot's key", async () => {
    const { emulator } = await openEmulator();
    const answer = await emulator.backdoor.asAdmin()('POST', '/organization/projects', { name: 'sneaked in' });
    expect(answer).toMatchObject({ status: 200, body: { name: 'sneaked in' } });
    expect(emulator.calls()).toMatchObject([{ method: 'POST', path: '/organization/projects', status: 200 }]);
    expect(emulator.board().auditLog[0]).toMatchObject({ type: 'project.created', actor: 'admin key bot' });
  });
});
