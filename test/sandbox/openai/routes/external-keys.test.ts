import { BadRequestError, NotFoundError } from 'openai';
import type { ExternalKey } from 'openai/resources/admin/organization/external-keys';
import { describe, expect, it } from 'vitest';

import type { OrganizationSeed } from '#sandbox/openai/seed.ts';
import { openEmulator } from '../open-emulator.ts';
import { ids, smallSeed } from '../small-seed.ts';

const enrolled: OrganizationSeed = { ...smallSeed, hasExternalKeyManagement: true };
const aws = {
  type: 'aws',
  name: 'prod',
  role_arn: 'arn:aws:iam::000000000000:role/x',
  kms_arn: 'arn:aws:kms:eu-central-1:000000000000:key/0',
  external_id: 'org-small',
} as const;
const azure = {
  type: 'azure',
  name: 'k',
  tenant_id: 't',
  vault_uri: 'https://v.example',
  key_name: 'org-small--k',
} as const;

describe('external keys', () => {
  it('are made, checked and deleted, the last with the key itself as the answer', async () => {
    const { organization, sec } = await openEmulator({}, enrolled);
    const expected: ExternalKey = {
      ...aws,
      id: expect.stringMatching(/^extkey_/),
      object: 'organization.external_key',
      created_at: sec(0),
      purpose: 'ekm',
      api_project_ids: [],
      workspace_id: '',
    };
    const made = await organization.externalKeys.create(aws);
    expect(made).toEqual(expected);
    expect(await organization.externalKeys.retrieve(made.id)).toEqual(made);
    expect(await organization.externalKeys.validate(made.id)).toEqual({ status: 'success' });
    const gone = await organization.externalKeys.delete(made.id);
    expect(gone).toEqual({ ...made, object: 'organization.external_key.deleted' });
    await expect(organization.externalKeys.retrieve(made.id)).rejects.toBeInstanceOf(NotFoundError);
  });

  it('are walked by the id of the last item and filtered by purpose', async () => {
    const { organization, clock } = await openEmulator({}, enrolled);
    for (const purpose of ['ekm', 'psp_decryption', 'ekm'] as const) {
      clock.advance(1000);
      await organization.externalKeys.create({ ...aws, name: purpose, purpose });
    }
    const walked: string[] = [];
    for await (const { name } of organization.externalKeys.list({ limit: 1, order: 'asc' })) walked.push(name);
    expect(walked).toEqual(['ekm', 'psp_decryption', 'ekm']);
    const filtered = await organization.externalKeys.list({ purpose: 'psp_decryption' });
    expect(filtered.data.map(({ name }) => name)).toEqual(['psp_decryption']);
  });

  it('belong to projects, and cannot go while an active one uses them', async () => {
    const { organization } = await openEmulator({}, enrolled);
    const key = await organization.externalKeys.create(aws);
    const project = await organization.projects.create({ name: 'sealed', external_key_id: key.id });
    expect(project.external_key_id).toBe(key.id);
    await organization.projects.update(ids.web, { external_key_id: key.id });
    expect((await organization.externalKeys.retrieve(key.id)).api_project_ids).toEqual([ids.web, project.id]);
    await expect(organization.externalKeys.delete(key.id)).rejects.toThrow(/in use/);
    for (const id of [ids.web, project.id]) await organization.projects.archive(id);
    await organization.externalKeys.delete(key.id);
    const unknown = organization.projects.create({ name: 'x', external_key_id: key.id });
    await expect(unknown).rejects.toThrow(/External key .* not found/);
  });

  it('are refused by the other cloud when it does not like them', async () => {
    const { organization } = await openEmulator({ otherCloud: 'refusing' }, enrolled);
    const { id } = await organization.externalKeys.create(azure);
    await expect(organization.externalKeys.validate(id)).rejects.toBeInstanceOf(BadRequestError);
  });

  it.each([
    [{ ...azure, key_name: 'k' }, /must look like org-small--<name>/],
    [{ ...azure, key_version: '1' }, /only with the purpose psp_decryption/],
    [{ ...aws, vault_uri: 'x' }, /Unknown parameter: 'vault_uri'/],
    [{ ...aws, type: 'other' }, /type/],
  ])('are not made from %j', async (body, message) => {
    const { call } = await openEmulator({}, enrolled);
    const { status, error } = await call('POST', '/organization/external_keys', { body });
    expect(status).toBe(400);
    expect(error.message).toMatch(message);
  });

  it('are for enrolled organizations', async () => {
    const { organization } = await openEmulator();
    await expect(organization.externalKeys.list()).rejects.toThrow(/not enrolled/);
    await expect(organization.externalKeys.create(aws)).rejects.toThrow(/not enrolled/);
  });
});
