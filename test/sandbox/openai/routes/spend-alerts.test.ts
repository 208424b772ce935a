import { NotFoundError } from 'openai';
import type {
  ProjectSpendAlert,
  SpendAlertCreateParams,
} from 'openai/resources/admin/organization/projects/spend-alerts';
import { describe, expect, it } from 'vitest';

import { openEmulator } from '../open-emulator.ts';
import { ids } from '../small-seed.ts';

const wish: SpendAlertCreateParams = {
  threshold_amount: 75_000,
  currency: 'USD',
  interval: 'month',
  notification_channel: { type: 'email', recipients: ['ada@small.example'] },
};

describe('spend alerts', () => {
  it('of a project are made, replaced as a whole and deleted', async () => {
    const { organization } = await openEmulator();
    const { spendAlerts } = organization.projects;
    const at = { project_id: ids.web };
    const expected: ProjectSpendAlert = {
      ...wish,
      id: expect.stringMatching(/^alert_/),
      object: 'project.spend_alert',
      notification_channel: { type: 'email', recipients: ['ada@small.example'], subject_prefix: '[web]' },
    };
    const prefixed = { ...wish.notification_channel, subject_prefix: '[web]' };
    const made = await spendAlerts.create(ids.web, { ...wish, notification_channel: prefixed });
    expect(made).toEqual(expected);
    const replaced = await spendAlerts.update(made.id, { ...at, ...wish, threshold_amount: 0 });
    expect(replaced).toMatchObject({ threshold_amount: 0, notification_channel: { subject_prefix: null } });
    expect(await spendAlerts.retrieve(made.id, at)).toEqual(replaced);
    const gone = await spendAlerts.delete(made.id, at);
    expect(gone).toEqual({ object: 'project.spend_alert.deleted', id: made.id, deleted: true });
    await expect(spendAlerts.retrieve(made.id, at)).rejects.toBeInstanceOf(NotFoundError);
  });

  it('of the organization are a list of its own, walked oldest first', async () => {
    const { organization, call } = await openEmulator();
    const made: string[] = [];
    for (let count = 0; count < 3; count += 1) made.push((await organization.spendAlerts.create(wish)).id);
    const walked: string[] = [];
    for await (const alert of organization.spendAlerts.list({ limit: 2 })) walked.push(alert.id);
    expect(walked).toEqual(made);
    const before = await organization.spendAlerts.list({ before: made[2]!, limit: 1 });
    expect(before.data.map(({ id }) => id)).toEqual([made[1]]);
    expect((await organization.spendAlerts.delete(made[0]!)).object).toBe('organization.spend_alert.deleted');
    expect((await call('GET', `/organization/spend_alerts/${ids.webAlert}`)).status).toBe(404);
    expect((await call('GET', '/organization/spend_alerts?limit=101')).status).toBe(400);
  });

  it.each([
    [{ threshold_amount: 1.5 }, /expected an integer/],
    [{ threshold_amount: -1 }, /below minimum/],
    [{ currency: 'usd' }, /^Invalid value: 'usd'/],
    [{ interval: undefined }, /Missing required parameter: 'interval'/],
    [{ notification_channel: { type: 'email', recipients: ['nobody'] } }, /notification_channel.recipients\[0\]/],
  ])('are not made with %j', async (change, message) => {
    const { call } = await openEmulator();
    const { status, error } = await call('POST', '/organization/spend_alerts', { body: { ...wish, ...change } });
    expect(status).toBe(400);
    expect(error.message).toMatch(message);
  });
});
