import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Health, startHealth } from '#web/health.ts';
import { callCli } from '../call-cli.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
let health: Health;
let port = '';

beforeAll(async () => {
  const probes = async () => [{ name: 'slack', ok: false, detail: 'socket closed' }];
  health = await startHealth({
    metrics: async () => 'countersign_requests_open 1\n',
    host: '127.0.0.1',
    port: 0,
    probes,
    log: silent,
  });
  port = new URL(health.url).port;
});
afterAll(() => health.close());

describe('countersign health', () => {
  test('is 0 while the process lives', async () => {
    expect(await callCli(['health'], { env: { WEB_PORT: port } })).toMatchObject({ code: 0, out: '{"ok":true}\n' });
  });

  test('asks on loopback what listens on every address', async () => {
    expect(await callCli(['health'], { env: { WEB_PORT: port, WEB_HOST: '0.0.0.0' } })).toMatchObject({ code: 0 });
  });

  test('--ready is 1 while it cannot do its job, and says why', async () => {
    const { code, err } = await callCli(['health', '--ready'], { env: { WEB_PORT: port } });
    expect(code).toBe(1);
    expect(err).toContain('answers 503');
    expect(err).toContain('socket closed');
  });

  test('is 1 when nothing answers', async () => {
    const { code, err } = await callCli(['health'], { env: { WEB_PORT: '1' } });
    expect([code, err]).toEqual([1, 'Nothing answers at http://127.0.0.1:1/healthz.\n']);
  });

  test('is 78 when the settings are wrong', async () => {
    const { code, err } = await callCli(['health'], { env: { WEB_PORT: 'x' } });
    expect([code, err]).toEqual([78, 'WEB_PORT: Write a port number between 1 and 65535.\n']);
  });
});
