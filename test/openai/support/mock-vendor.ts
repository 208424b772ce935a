import { MockAgent } from 'undici';
import { onTestFinished } from 'vitest';
import { openVendor, type VendorOptions } from '#openai/open-vendor.ts';
import type { ExchangeLine } from '#openai/sender.ts';
import { createFakeTime } from './fake-time.ts';
import { adminKey, createRecordingLog } from './fixtures.ts';

const origin = 'https://api.openai.test';
export const json = { headers: { 'content-type': 'application/json' } } as const;

/** A pace that stands in nobody's way, for tests that are not about it. */
const quickPace = { perMinute: 60_000, burst: 1000 };

/** The vendor with a clock that stands still, its log and its call log, at a server of the test. */
export function openTestVendor(given: Partial<VendorOptions> & { readonly baseUrl: string }) {
  const time = createFakeTime();
  const log = createRecordingLog();
  const exchanges: ExchangeLine[] = [];
  const vendor = openVendor({
    adminKey,
    nowMs: time.nowMs,
    waitMs: time.waitMs,
    random: () => 0.5,
    log,
    onExchange: (line) => exchanges.push(line),
    pace: quickPace,
    ...given,
  });
  onTestFinished(() => vendor.close());
  return { vendor, time, log, exchanges };
}

/** The same on undici's own mock of its connections, which counts what was sent. */
export function openMockVendor(given: Partial<VendorOptions> = {}) {
  const agent = new MockAgent({ enableCallHistory: true });
  agent.disableNetConnect();
  onTestFinished(() => agent.close());
  const opened = openTestVendor({ baseUrl: `${origin}/v1`, dispatcher: agent, ...given });
  const requests = () => agent.getCallHistory()?.calls() ?? [];
  return { ...opened, agent, api: agent.get(origin), requests };
}
