import { BadRequestError, NotFoundError } from 'openai';
import { describe, expect, it } from 'vitest';

import { openEmulator } from '../open-emulator.ts';
import { ids, smallSeed } from '../small-seed.ts';

describe('data retention', () => {
  it('of the organization and of a project is set under one name and answered under another', async () => {
    const { organization } = await openEmulator();
    const { dataRetention } = organization;
    expect(await dataRetention.retrieve()).toEqual({
      object: 'organization.data_retention',
      type: 'modified_abuse_monitoring',
    });
    expect((await dataRetention.update({ retention_type: 'zero_data_retention' })).type).toBe('zero_data_retention');
    const ofProject = organization.projects.dataRetention;
    expect((await ofProject.retrieve(ids.web)).type).toBe('organization_default');
    await ofProject.update(ids.web, { retention_type: 'none' });
    expect(await ofProject.retrieve(ids.web)).toEqual({ object: 'project.data_retention', type: 'none' });
  });

  it('of the organization cannot be none', async () => {
    const { call } = await openEmulator();
    const { status } = await call('POST', '/organization/data_retention', { body: { retention_type: 'none' } });
    expect(status).toBe(400);
  });

  it('needs an approval', async () => {
    const { dataRetention: _, ...unapproved } = smallSeed;
    const { organization } = await openEmulator({}, unapproved);
    await expect(organization.dataRetention.retrieve()).rejects.toBeInstanceOf(NotFoundError);
    const change = organization.projects.dataRetention.update(ids.web, { retention_type: 'none' });
    await expect(change).rejects.toBeInstanceOf(BadRequestError);
  });
});
