import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenAiEmulator } from '#sandbox/openai/start.ts';
import { startOpenAiEmulator } from '#sandbox/openai/start.ts';
import type { SlackEmulator } from '#sandbox/slack/emulator.ts';
import { startSlackEmulator } from '#sandbox/slack/start.ts';
import { readOrganization, readSandboxPolicy, readWorkspace } from '#sandbox/world/seeds.ts';
import { openStore } from '#storage/open-store.ts';
import { callCli } from '../call-cli.ts';

describe('countersign people propose', () => {
  let slack: SlackEmulator;
  let openai: OpenAiEmulator;
  let folder: string;
  const url = (): string => `sqlite:${join(folder, 'bot.sqlite')}`;
  const propose = (...more: readonly string[]) => callCli(['people', 'propose', ...more], { env: environment() });
  const environment = () => ({
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    OPENAI_ADMIN_KEY: openai.adminKey,
    COUNTERSIGN_OPENAI_BASE_URL: openai.url,
    COUNTERSIGN_ALLOW_OTHER_HOST: '1',
    COUNTERSIGN_MAC_KEY: randomBytes(32).toString('base64'),
    DATABASE_URL: url(),
    POLICY_FILE: join(folder, 'policy.yml'),
  });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'countersign-people-'));
    const policy = (await readSandboxPolicy()).replace(/^ {2}priya:.*\n/m, '');
    await writeFile(join(folder, 'policy.yml'), policy);
    slack = await startSlackEmulator({ nowMs: Date.now, seed: await readWorkspace(), delivery: { mode: 'socket' } });
    openai = await startOpenAiEmulator({ nowMs: Date.now, seed: await readOrganization() });
    await (await openStore({ url: url() })).close();
  });
  afterAll(async () => {
    await slack.close();
    await openai.close();
    await rm(folder, { recursive: true });
  });

  test('shows what could be countersigned and who cannot be told, and keeps nothing', async () => {
    const { code, out, err } = await propose();
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('1 new:\n  new: Priya Raman: U0PRIYA001 (priya@acme.example) is priya@acme.example');
    expect(out).toContain('Jonas Weber (jonas@acme.example): No full member in Slack has this address.');
    expect(out).toContain('Two people countersign it in Slack: /openai people adopt\n');
  });

  test('keeps a list under a name, as an entry and as words, and binds nobody', async () => {
    const file = join(folder, 'people.csv');
    await writeFile(file, 'openai,unit\npriya@acme.example,search\n');
    const { code, out } = await propose('--csv', file);
    expect(code).toBe(0);
    expect(out).toContain('is priya@acme.example (user-AcmePriyaRaman0000000000), of search');
    expect(out).toContain('/openai people adopt --list L-1');
    const store = await openStore({ url: url() });
    expect(await store.read.people.all()).toEqual([]);
    expect((await store.read.people.list(1))?.lines).toEqual([
      { openai: 'priya@acme.example', slack: [], also: [], unit: 'search' },
    ]);
    await store.close();
  });

  test('refuses a list that it does not understand, with the line, and keeps none of it', async () => {
    const file = join(folder, 'wrong.csv');
    await writeFile(file, 'openai,slack\njonas@acme.example,@priya\n');
    const { code, err } = await propose('--csv', file);
    expect([code, err]).toEqual([78, expect.stringContaining('wrong.csv: Line 2: “@priya” is neither')]);
  });

  test('writes the whole table into a new file, and over none', async () => {
    const file = join(folder, 'table.csv');
    expect((await propose('--out', file)).code).toBe(0);
    const text = await readFile(file, 'utf8');
    expect(text).toContain('Bea Lindqvist,file,,bea@acme.example,U0BEA00001,,');
    expect(text).toContain('Priya Raman,proposed,new,priya@acme.example,U0PRIYA001,,');
    expect((await propose('--out', file)).code).not.toBe(0);
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  test('says in the sandbox where to ask instead', async () => {
    const { code, err } = await callCli(['people', 'propose']);
    expect([code, err]).toEqual([1, expect.stringContaining('/openai people propose')]);
  });
});
