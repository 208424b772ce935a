import { NotFoundError } from 'openai';
import { describe, expect, it } from 'vitest';

import { openEmulator } from '../open-emulator.ts';
import { ids } from '../small-seed.ts';

describe('model permissions', () => {
  it('are 404 until they are set, replaced as a whole, and gone after a delete', async () => {
    const { organization } = await openEmulator();
    const { modelPermissions } = organization.projects;
    await expect(modelPermissions.retrieve(ids.web)).rejects.toBeInstanceOf(NotFoundError);
    await modelPermissions.update(ids.web, { mode: 'allow_list', model_ids: ['gpt-6-astra', 'gpt-image-2'] });
    await modelPermissions.update(ids.web, { mode: 'deny_list', model_ids: ['gpt-4.1-nano'] });
    expect(await modelPermissions.retrieve(ids.web)).toEqual({
      object: 'project.model_permissions',
      mode: 'deny_list',
      model_ids: ['gpt-4.1-nano'],
    });
    const gone = await modelPermissions.delete(ids.web);
    expect(gone).toEqual({ object: 'project.model_permissions.deleted', deleted: true });
    await expect(modelPermissions.delete(ids.web)).rejects.toBeInstanceOf(NotFoundError);
  });

  it.each([
    [ids.web, { mode: 'allow_list' }, /Missing required parameter: 'model_ids'/],
    [ids.web, { mode: 'some', model_ids: [] }, /^Invalid value: 'some'/],
    [ids.old, { mode: 'allow_list', model_ids: [] }, /is archived/],
  ])('of %s are not set to %j', async (project, body, message) => {
    const { call } = await openEmulator();
    const { status, error } = await call('POST', `/organization/projects/${project}/model_permissions`, { body });
    expect(status).toBe(400);
    expect(error.message).toMatch(message);
  });
});
