import { NotFoundError } from 'openai';
import { describe, expect, it } from 'vitest';

import { openEmulator } from '../open-emulator.ts';
import { ids } from '../small-seed.ts';

const limit = { currency: 'USD', interval: 'month' } as const;

describe('spend limits', () => {
  it('of the organization are 404 until one is set, replaced, and gone after a delete', async () => {
    const { organization } = await openEmulator();
    const { spendLimit } = organization;
    await expect(spendLimit.retrieve()).rejects.toBeInstanceOf(NotFoundError);
    await spendLimit.update({ ...limit, threshold_amount: 1 });
    await spendLimit.update({ ...limit, threshold_amount: 10_000_000 });
    expect(await spendLimit.retrieve()).toEqual({
      object: 'organization.spend_limit',
      threshold_amount: 10_000_000,
      currency: 'USD',
      interval: 'month',
      enforcement: { status: 'inactive' },
    });
    expect(await spendLimit.delete()).toEqual({ object: 'organization.spend_limit.deleted', deleted: true });
    await expect(spendLimit.delete()).rejects.toBeInstanceOf(NotFoundError);
  });

  it('of a project count cents and enforce once the month has cost as much, as late as costs are known', async () => {
    const { organization, emulator, clock } = await openEmulator({ costDelayMs: 3_600_000 });
    const { spendLimit } = organization.projects;
    const statusNow = async () => (await spendLimit.retrieve(ids.web)).enforcement.status;
    expect(await statusNow()).toBe('inactive');
    emulator.addTraffic({ keyId: ids.linKey, requestsPerHour: 200_000, fromMs: clock.nowMs() });
    clock.advance(3_600_000);
    expect(await statusNow()).toBe('inactive');
    clock.advance(3_600_000);
    expect(await statusNow()).toBe('enforcing');
    const raised = await spendLimit.update(ids.web, { ...limit, threshold_amount: 100_000_000 });
    expect(raised.enforcement.status).toBe('inactive');
    const gone = await spendLimit.delete(ids.web);
    expect(gone).toEqual({ object: 'project.spend_limit.deleted', deleted: true });
  });

  it('start over with the month', async () => {
    const { organization, clock } = await openEmulator({ costDelayMs: 0 });
    await organization.spendLimit.update({ ...limit, threshold_amount: 1 });
    expect((await organization.spendLimit.retrieve()).enforcement.status).toBe('enforcing');
    clock.advance(Date.UTC(2026, 11, 1) - clock.nowMs());
    expect((await organization.spendLimit.retrieve()).enforcement.status).toBe('inactive');
  });

  it('are not zero', async () => {
    const { call } = await openEmulator();
    const { status } = await call('POST', '/organization/spend_limit', { body: { ...limit, threshold_amount: 0 } });
    expect(status).toBe(400);
  });
});
