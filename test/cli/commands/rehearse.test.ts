import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startSlackEmulator } from '#sandbox/slack/start.ts';
import type { SlackEmulator } from '#sandbox/slack/emulator.ts';
import { readWorkspace } from '#sandbox/world/seeds.ts';
import { takeInstanceLock } from '#storage/instance-lock.ts';
import { callCli } from '../call-cli.ts';

interface Shown {
  readonly passed: boolean;
  readonly scenes: readonly { readonly id: string; readonly state: string }[];
}

describe('countersign rehearse', () => {
  test('with nothing configured plays in the sandbox and ends with 0', async () => {
    const { code, out, err } = await callCli(['rehearse', '--json']);
    expect([code, err]).toEqual([0, '']);
    const report = JSON.parse(out) as Shown;
    expect(report.passed).toBe(true);
    expect(report.scenes.filter(({ state }) => state === 'failed')).toEqual([]);
  });

  test('invites nobody if that is wanted', async () => {
    const { code, out } = await callCli(['rehearse', '--no-invite']);
    expect(code).toBe(0);
    expect(out).toContain('--    Invite somebody: ');
    expect(out).toContain('passed: 9 steps, 3 left out');
  });
});

describe('countersign rehearse in a workspace', () => {
  let slack: SlackEmulator;
  let folder: string;
  const rehearse = (...more: readonly string[]) => callCli(['rehearse', ...more], { env: environment() });
  const environment = () => ({
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    COUNTERSIGN_ALLOW_OTHER_HOST: '1',
    COUNTERSIGN_MAC_KEY: randomBytes(32).toString('base64'),
    DATABASE_URL: `sqlite:${join(folder, 'bot.sqlite')}`,
    POLICY_FILE: 'data/policies/sandbox.yml',
  });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'countersign-rehearse-'));
    slack = await startSlackEmulator({ nowMs: Date.now, seed: await readWorkspace(), delivery: { mode: 'socket' } });
  });
  afterEach(async () => {
    await slack.close();
    await rm(folder, { recursive: true });
  });

  test('asks whose requests they are', async () => {
    const { code, err } = await rehearse();
    expect([code, err]).toEqual([1, expect.stringContaining('--as U…')]);
  });

  test('takes an address only from the policy', async () => {
    const { code, err } = await rehearse('--as', 'nobody@acme.example');
    expect([code, err]).toEqual([1, expect.stringContaining('The policy knows nobody by nobody@acme.example')]);
  });

  test('says what to do while the bot runs, and ends', async () => {
    const lock = await takeInstanceLock(join(folder, 'bot.practice.sqlite'));
    const { code, err } = await rehearse('--as', 'U0ERIN0001');
    lock.release();
    expect([code, err]).toEqual([1, expect.stringMatching(/^The bot is running.* Stop the bot, rehearse, then start/)]);
  });

  test('is no way round identity: nothing happens in the name of somebody whom Slack does not know, and it ends with 1', async () => {
    const { code, out } = await rehearse('--as', 'U0NOBODY01', '--json');
    expect(code).toBe(1);
    // Standard output is the report and nothing else, whatever the log says.
    const report = JSON.parse(out) as Shown;
    expect(report.passed).toBe(false);
    expect(report.scenes.filter(({ state }) => state === 'passed')).toEqual([]);
    expect(report.scenes.find(({ id }) => id === 'issue')?.state).toBe('left-out');
  });
});
