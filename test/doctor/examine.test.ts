import { describe, expect, it } from 'vitest';
import { examine, reportLines } from '#doctor/examine.ts';
import { Fault } from '#domain/fault.ts';
import { healthy, vendorOf, workspace } from './healthy.ts';

const last = async (patient: Parameters<typeof examine>[0]) => reportLines(await examine(patient)).at(-1);

describe('what an installation is ready for', () => {
  it('is everything when nothing is in the way', async () => {
    expect(await last(healthy())).toBe('ready for: reads / routine / critical');
  });

  it('is reads only while the bot cannot be heard in its channels', async () => {
    const deaf = { ...workspace, channel: async () => ({ kind: 'missing', error: 'channel_not_found' }) as const };
    expect(await last(healthy({ workspace: deaf }))).toBe('ready for: reads');
  });

  it('is nothing while the policy cannot be used', async () => {
    expect(await last(healthy({ policy: { kind: 'problems', lines: ['empty'] } }))).toBe('ready for: nothing yet');
  });

  it('leaves critical changes out while OpenAI’s audit log cannot be read', async () => {
    const vendor = vendorOf({
      'GET /organization/admin_api_keys': { data: [] },
      'GET /organization/audit_logs': new Fault('openai.forbidden', 'No.'),
    });
    expect(await last(healthy({ vendor }))).toBe('ready for: reads / routine');
  });

  it('counts a check that breaks as one that could not look, and shows no secret of its error', async () => {
    const key = ['sk', 'admin', 'x'.repeat(30)].join('-');
    const broken = { ...workspace, identity: () => Promise.reject(new Error(`boom ${key}`)) };
    const report = await examine(healthy({ workspace: broken }));
    expect(report.checks.find(({ id }) => id === 'slack-token')?.checked.state).toBe('fail');
    expect(JSON.stringify(report)).not.toContain(key);
  });
});
