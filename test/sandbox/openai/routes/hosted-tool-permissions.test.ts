import { describe, expect, it } from 'vitest';

import { openEmulator } from '../open-emulator.ts';
import { ids } from '../small-seed.ts';

describe('hosted tool permissions', () => {
  it('are all on at first, and what an update leaves out stays', async () => {
    const { organization } = await openEmulator();
    const { hostedToolPermissions } = organization.projects;
    const on = { enabled: true };
    expect(await hostedToolPermissions.retrieve(ids.web)).toEqual({
      file_search: on,
      web_search: on,
      image_generation: on,
      mcp: on,
      code_interpreter: on,
    });
    await hostedToolPermissions.update(ids.web, { mcp: { enabled: false } });
    const changed = await hostedToolPermissions.update(ids.web, { web_search: { enabled: false }, mcp: null });
    expect(changed).toMatchObject({ mcp: { enabled: false }, web_search: { enabled: false }, file_search: on });
    expect(await hostedToolPermissions.retrieve(ids.web)).toEqual(changed);
    expect((await hostedToolPermissions.retrieve(ids.defaultProject)).mcp).toEqual(on);
  });

  it('know five tools', async () => {
    const { call } = await openEmulator();
    const path = `/organization/projects/${ids.web}/hosted_tool_permissions`;
    const { error } = await call('POST', path, { body: { shell: { enabled: true } } });
    expect(error.code).toBe('unknown_parameter');
  });
});
