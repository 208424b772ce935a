import { NotFoundError } from 'openai';
import type { ExternalStorageConfiguration } from 'openai/resources/admin/organization/external-storage';
import { describe, expect, it } from 'vitest';

import { openEmulator } from '../open-emulator.ts';
import { ids } from '../small-seed.ts';

const aws = { type: 'aws', bucket: 'b', role_arn: 'arn:aws:iam::123456789012:role/x' } as const;
const oci = { type: 'oci', bucket: 'b', region: 'eu-frankfurt-1', tenancy_ocid: 't' } as const;

describe('external storage', () => {
  it('is connected, validated and disconnected', async () => {
    const { organization, sec } = await openEmulator();
    const expected: ExternalStorageConfiguration = {
      id: expect.stringMatching(/^extstorage_/),
      object: 'organization.external_storage',
      created_at: sec(0),
      geography: 'us',
      project_id: ids.web,
      provider: { ...aws, account_id: '123456789012', external_id: 'org-small', region: 'eu-central-1' },
      status: 'pending',
    };
    const made = await organization.externalStorage.create({ project_id: ids.web, provider: aws });
    expect(made).toEqual(expected);
    expect((await organization.externalStorage.validate(made.id)).status).toBe('validated');
    expect((await organization.externalStorage.retrieve(made.id)).status).toBe('validated');
    const gone = await organization.externalStorage.delete(made.id);
    expect(gone).toEqual({ object: 'organization.external_storage.deleted', id: made.id, deleted: true });
    await expect(organization.externalStorage.delete(made.id)).rejects.toBeInstanceOf(NotFoundError);
  });

  it('turns unhealthy when the other cloud refuses, and validated when it does not any more', async () => {
    const { organization, emulator } = await openEmulator({ otherCloud: 'refusing' });
    const { id } = await organization.externalStorage.create({ project_id: ids.web, provider: oci });
    expect((await organization.externalStorage.validate(id)).status).toBe('unhealthy');
    emulator.behaviour.otherCloud = 'reachable';
    expect((await organization.externalStorage.validate(id)).status).toBe('validated');
  });

  it('gives the project the retention of the organization back with the last one', async () => {
    const { organization } = await openEmulator();
    await organization.projects.dataRetention.update(ids.web, { retention_type: 'zero_data_retention' });
    const made = [];
    for (const provider of [aws, oci]) {
      made.push((await organization.externalStorage.create({ project_id: ids.web, provider })).id);
    }
    const typeNow = async () => (await organization.projects.dataRetention.retrieve(ids.web)).type;
    await organization.externalStorage.delete(made[0]!);
    expect(await typeNow()).toBe('zero_data_retention');
    await organization.externalStorage.delete(made[1]!);
    expect(await typeNow()).toBe('organization_default');
  });

  it('is listed by project and walked by the id of the last item', async () => {
    const { organization } = await openEmulator();
    for (const project_id of [ids.web, ids.defaultProject, ids.web]) {
      await organization.externalStorage.create({ project_id, provider: oci });
    }
    const walked: string[] = [];
    for await (const one of organization.externalStorage.list({ limit: 1 })) walked.push(one.project_id);
    expect(walked).toEqual([ids.web, ids.defaultProject, ids.web]);
    expect((await organization.externalStorage.list({ project_id: ids.defaultProject })).data).toHaveLength(1);
  });

  it('is not connected to an archived project', async () => {
    const { organization } = await openEmulator();
    const made = organization.externalStorage.create({ project_id: ids.old, provider: oci });
    await expect(made).rejects.toMatchObject({ status: 400 });
  });
});
