import type {
  ProjectServiceAccount,
  ServiceAccountCreateResponse,
} from 'openai/resources/admin/organization/projects/service-accounts/service-accounts';
import { describe, expect, it } from 'vitest';

import { openEmulator } from '../open-emulator.ts';
import { ids } from '../small-seed.ts';

const at = { project_id: ids.web };
const path = `/organization/projects/${ids.web}/service_accounts`;

describe('service accounts', () => {
  it('are made with a key whose value is shown this once', async () => {
    const { organization, emulator, sec } = await openEmulator();
    const created = await organization.projects.serviceAccounts.create(ids.web, {
      name: 'ci',
      expires_in_seconds: 3600,
    });
    // The value is judged apart, so that no failure ever prints it.
    const value = created.api_key?.value ?? '';
    const withoutValue = { ...created, api_key: { ...created.api_key, value: '' } };
    const expected: ServiceAccountCreateResponse = {
      object: 'organization.project.service_account',
      id: expect.stringMatching(/^user-/),
      name: 'ci',
      role: 'member',
      created_at: sec(0),
      api_key: {
        object: 'organization.project.service_account.api_key',
        id: expect.stringMatching(/^key_/),
        value: '',
        name: 'Secret Key',
        created_at: sec(0),
        expires_at: sec(0) + 3600,
      },
    };
    expect(withoutValue).toEqual(expected);
    expect(/^sk-svcacct-[A-Za-z0-9]{74}T3BlbkFJ[A-Za-z0-9]{74}$/.test(value)).toBe(true);

    const key = await organization.projects.apiKeys.retrieve(created.api_key?.id ?? '', at);
    expect(key.redacted_value).toBe(`sk-svcacct-${value.slice(11, 14)}...${value.slice(-4)}`);
    expect(JSON.stringify([emulator.board(), emulator.calls(), key]).includes(value)).toBe(false);
  });

  it('are made without a key when only the account is wanted', async () => {
    const { organization, call } = await openEmulator();
    const body = { name: 'wif', create_service_account_only: true };
    const created = await organization.projects.serviceAccounts.create(ids.web, body);
    expect(created).toMatchObject({ role: 'none', api_key: null });
    const { status, error } = await call('POST', path, { body: { ...body, expires_in_seconds: 60 } });
    expect([status, error.param]).toEqual([400, 'expires_in_seconds']);
  });

  it('are listed and shown', async () => {
    const { organization, sec } = await openEmulator();
    const expected: ProjectServiceAccount = {
      object: 'organization.project.service_account',
      id: ids.worker,
      name: 'worker',
      role: 'member',
      created_at: sec(-50),
    };
    expect((await organization.projects.serviceAccounts.list(ids.web)).data).toEqual([expected]);
    expect(await organization.projects.serviceAccounts.retrieve(ids.worker, at)).toEqual(expected);
  });

  it('change name and role, and never back to no role', async () => {
    const { organization, call } = await openEmulator();
    const changed = await organization.projects.serviceAccounts.update(ids.worker, {
      ...at,
      name: 'w2',
      role: 'owner',
    });
    expect(changed).toMatchObject({ id: ids.worker, name: 'w2', role: 'owner' });
    expect((await call('POST', `${path}/${ids.worker}`, { body: { role: 'none' } })).status).toBe(400);
    expect((await call('POST', `${path}/${ids.worker}`, { body: {} })).error.message).toMatch(/At least one/);
  });

  it('take their keys with them when they are deleted', async () => {
    const { organization, call } = await openEmulator();
    const gone = await organization.projects.serviceAccounts.delete(ids.worker, at);
    expect(gone).toEqual({ object: 'organization.project.service_account.deleted', id: ids.worker, deleted: true });
    expect((await call('GET', `/organization/projects/${ids.web}/api_keys/${ids.workerKey}`)).status).toBe(404);
    expect((await call('DELETE', `${path}/${ids.worker}`)).status).toBe(404);
  });

  it('are found only through their own project', async () => {
    const { call } = await openEmulator();
    const elsewhere = `/organization/projects/${ids.defaultProject}/service_accounts/${ids.worker}`;
    expect((await call('GET', elsewhere)).error.param).toBe('service_account_id');
  });

  it('stay unseen by as many reads as the behaviour says, each kind of read on its own count', async () => {
    const { call, organization } = await openEmulator({
      newServiceAccountHiddenGets: 2,
      newServiceAccountHiddenLists: 1,
    });
    const { id } = await organization.projects.serviceAccounts.create(ids.web, { name: 'slow' });
    const gets = [];
    for (let turn = 0; turn < 3; turn += 1) gets.push((await call('GET', `${path}/${id}`)).status);
    expect(gets).toEqual([404, 404, 200]);
    const lists = [];
    for (let turn = 0; turn < 2; turn += 1)
      lists.push((await organization.projects.serviceAccounts.list(ids.web)).data.length);
    expect(lists).toEqual([1, 2]);
  });
});
