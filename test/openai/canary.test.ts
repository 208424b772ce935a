import { describe, expect, it } from 'vitest';
import { openConnections, shippedTimeouts } from '#openai/connect.ts';
import { adminKeyText, context, createKey, fakeKey } from './support/fixtures.ts';
import { json, openMockVendor, openTestVendor } from './support/mock-vendor.ts';
import { problem } from './support/replies.ts';
import { startTcpServer } from './support/small-server.ts';

const secretText = fakeKey('svcacct', 'Canary0Fresh0Secret0Value0Nobody0May0See');
const keysPath = '/v1/organization/projects/proj_search/service_accounts/svc_1/api_keys';
const created = { id: 'key_9', name: 'nightly-eval', value: secretText };
const withSecret = { secretAt: ['value'], context } as const;

describe('the canaries', () => {
  it('stand in no outcome, log line or call-log line, whatever the vendor repeats', async () => {
    const leaky: readonly (readonly [number, unknown])[] = [
      [200, { ...created, note: `made with ${adminKeyText}`, copies: [secretText, { deep: secretText }] }],
      [400, problem(`Bad: ${secretText} for ${adminKeyText}`)],
      [401, problem(`Incorrect API key provided: ${adminKeyText}`, 'invalid_api_key')],
      [429, problem(`Slow down, ${adminKeyText}`)],
      [500, problem(`Trace: authorization: Bearer ${adminKeyText}`)],
      [200, `{"id": "key_9", "value": "${secretText}`],
      [200, `${secretText} ${adminKeyText}`],
    ];
    for (const [status, body] of leaky) {
      const { vendor, api, log, exchanges } = openMockVendor();
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      api.intercept({ method: 'POST', path: keysPath }).reply(status, text, json);
      const outcome = await vendor.perform(createKey, withSecret);
      const everything = JSON.stringify([outcome, exchanges, log.lines, vendor.pacing(), vendor.adminKeyFingerprint]);
      expect(everything).not.toContain('Canary0');
    }
  });

  it('are not in the error of a request that could not be made', async () => {
    const server = await startTcpServer((socket) => socket.resetAndDestroy());
    const { vendor, log, exchanges } = openTestVendor({
      baseUrl: server.baseUrl,
      dispatcher: openConnections({
        origin: new URL(server.baseUrl).origin,
        proxy: null,
        ca: null,
        timeouts: shippedTimeouts,
      }),
    });
    const outcome = await vendor.perform(createKey, withSecret);
    expect(JSON.stringify([outcome, exchanges, log.lines])).not.toContain('Canary0');
  });
});
