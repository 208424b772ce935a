import { BadRequestError } from 'openai';
import { describe, expect, it } from 'vitest';

import { openEmulator } from '../open-emulator.ts';
import { ids } from '../small-seed.ts';

describe('service tier settings', () => {
  it('change one by one', async () => {
    const { organization } = await openEmulator();
    const { serviceTierSettings } = organization.projects;
    const object = 'project.service_tier_settings';
    expect(await serviceTierSettings.retrieve(ids.web)).toEqual({ object, default: 'standard', enabled_tiers: 'all' });
    await serviceTierSettings.update(ids.web, { default: 'scale' });
    await serviceTierSettings.update(ids.web, { enabled_tiers: [] });
    expect(await serviceTierSettings.retrieve(ids.web)).toEqual({ object, default: 'scale', enabled_tiers: [] });
    await expect(serviceTierSettings.update(ids.web, {})).rejects.toBeInstanceOf(BadRequestError);
  });
});
