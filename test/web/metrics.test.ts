import { afterEach, expect, test } from 'vitest';
import { openLog } from '#config/log.ts';
import { type Health, startHealth } from '#web/health.ts';
import { metricsText } from '#web/metrics.ts';

let health: Health | null = null;
afterEach(async () => health?.close());

test('each figure has its help once and a line for each of its labels', async () => {
  const text = await metricsText([
    { name: 'openai_calls_left', help: 'Calls left.', value: 4, labels: { endpoint: 'GET /organization/users' } },
    { name: 'openai_calls_left', help: 'Calls left.', value: 2, labels: { endpoint: 'GET /organization/projects' } },
    { name: 'requests_open', help: 'Open.', value: 3, labels: {} },
  ]);
  expect(text.match(/# HELP countersign_openai_calls_left/g)).toHaveLength(1);
  expect(text).toContain('countersign_openai_calls_left{endpoint="GET /organization/users"} 4');
  expect(text).toContain('countersign_openai_calls_left{endpoint="GET /organization/projects"} 2');
  expect(text).toContain('countersign_requests_open 3');
});

test('a collector reads them on the health port, as they are at that moment', async () => {
  let value = 1;
  health = await startHealth({
    host: '127.0.0.1',
    port: 0,
    probes: async () => [],
    metrics: () => metricsText([{ name: 'requests_open', help: 'Open.', value, labels: {} }]),
    log: openLog('error', { write: () => undefined }),
  });
  const read = async () => (await fetch(`${health?.url}/metrics`)).text();
  expect(await read()).toContain('countersign_requests_open 1');
  value = 2;
  expect(await read()).toContain('countersign_requests_open 2');
});
