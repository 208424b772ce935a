import { describe, expect, it } from 'vitest';

import { openEmulator } from '../open-emulator.ts';
import { ids } from '../small-seed.ts';

const path = `/organization/projects/${ids.web}/service_accounts/${ids.worker}/api_keys`;

describe('keys of a service account', () => {
  it('are added with name, scopes and lifetime', async () => {
    const { organization, sec } = await openEmulator();
    const key = await organization.projects.serviceAccounts.apiKeys.create(ids.worker, {
      project_id: ids.web,
      name: 'second',
      scopes: ['api.model.request'],
      expires_in_seconds: 86_400,
    });
    expect({ ...key, value: key.value.slice(0, 11) }).toEqual({
      object: 'organization.project.service_account.api_key',
      id: expect.stringMatching(/^key_/),
      name: 'second',
      value: 'sk-svcacct-',
      created_at: sec(0),
      expires_at: sec(1),
    });
    const listed = await organization.projects.apiKeys.list(ids.web);
    expect(listed.data[0]).toMatchObject({
      id: key.id,
      owner: { type: 'service_account', service_account: { id: ids.worker } },
    });
  });

  it('need nothing but the path', async () => {
    const { call } = await openEmulator();
    const { status, json } = await call('POST', path);
    expect([status, json['name'], json['expires_at']]).toEqual([200, 'Secret Key', null]);
  });

  it.each([0, 31_536_001, 1.5, '60'])('do not live %j seconds', async (lifetime) => {
    const { call } = await openEmulator();
    const { status, error } = await call('POST', path, { body: { expires_in_seconds: lifetime } });
    expect([status, error.param]).toEqual([400, 'expires_in_seconds']);
  });
});
