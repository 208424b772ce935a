import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '#config/read-config.ts';
import { catalogue } from '#operations/catalogue.ts';
import { parsePolicy } from '#policy/parse.ts';
import { fakeAppToken, fakeBotToken } from '../../config/environments.ts';
import { callCli } from '../call-cli.ts';

const vocabulary = { operations: catalogue.map(({ id, family, tier, kind }) => ({ id, family, tier, kind })) };
const everything = [
  ['--approvals', 'C0APPROVE'],
  ['--alerts', 'C0ALERTS1'],
  ['--me', 'U0BEALIND'],
  ['--my-name', 'Béa Lind'],
  ['--my-email', 'bea@example.com'],
  ['--other', 'U0OMARDAY'],
  ['--other-name', 'Omar: "Day"'],
  ['--other-email', 'omar@example.com'],
].flat();

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-init-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const inFolder = (path: string): string => join(folder, path);
const read = (path: string): string => readFileSync(inFolder(path), 'utf8');
const modeOf = (path: string): number => statSync(inFolder(path)).mode & 0o777;
const init = (...flags: readonly string[]) => callCli(['init', ...flags], { cwd: folder });

describe('countersign init', () => {
  test('with every answer makes a policy that the bot accepts as it is', async () => {
    expect(await init(...everything)).toMatchObject({ code: 0, err: '' });
    const parsed = parsePolicy(read('data/policy.local.yml'), 'policy', vocabulary);
    expect(parsed).toMatchObject({
      kind: 'policy',
      policy: {
        channels: { approvals: 'C0APPROVE', audit: 'C0APPROVE', alerts: 'C0ALERTS1' },
        people: {
          bea: { name: 'Béa Lind', slackIds: ['U0BEALIND'], openaiEmail: 'bea@example.com' },
          omar: { name: 'Omar: "Day"', slackIds: ['U0OMARDAY'], openaiEmail: 'omar@example.com' },
        },
      },
    });
  });

  test('makes an .env that only the Slack tokens are missing from', async () => {
    await init(...everything);
    const env = { ...parseEnv(read('.env')), SLACK_BOT_TOKEN: fakeBotToken, SLACK_APP_TOKEN: fakeAppToken };
    const outcome = readConfig(env, { read: (path) => read(path) });
    expect(outcome).toMatchObject({ kind: 'ok', as: 'practice', config: { policyFile: 'data/policy.local.yml' } });
    const secrets = outcome.kind === 'ok' && outcome.as === 'practice' ? outcome.secrets : null;
    expect(secrets?.sealKey?.reveal()).toBe(read('data/keys/seal.key').trim());
  });

  test('lets nobody else read the key or the .env', async () => {
    await init();
    expect([modeOf('.env'), modeOf('data/keys')]).toEqual([0o600, 0o700]);
    for (const key of ['data/keys/mac.key', 'data/keys/seal.key']) {
      expect(modeOf(key)).toBe(0o600);
      expect(Buffer.from(read(key), 'base64')).toHaveLength(32);
    }
    expect(read('data/keys/seal.key')).not.toBe(read('data/keys/mac.key'));
  });

  test('makes another key each time', async () => {
    await init();
    const first = read('data/keys/mac.key');
    rmSync(inFolder('.env'));
    rmSync(inFolder('data'), { recursive: true });
    await init();
    expect(read('data/keys/mac.key')).not.toBe(first);
  });

  test('says which questions are still open, and leaves them open in the policy', async () => {
    const { out } = await init('--approvals', 'C0APPROVE');
    expect(out).toContain('Slack member id of the first approver');
    expect(out).not.toContain('Slack id of the channel');
    expect(parsePolicy(read('data/policy.local.yml'), 'policy', vocabulary).kind).toBe('problems');
  });

  test('never prints a key', async () => {
    const { out, err } = await init();
    for (const key of ['data/keys/mac.key', 'data/keys/seal.key']) expect(out + err).not.toContain(read(key).trim());
  });
});

describe('what exists', () => {
  test.each(['.env', 'data/policy.local.yml'])('%s is not changed, and nothing else is made', async (path) => {
    mkdirSync(inFolder('data'));
    writeFileSync(inFolder(path), 'mine');
    const { code, err } = await init();
    expect(code).toBe(1);
    expect(err).toContain(`${path} exists and is not changed`);
    expect(read(path)).toBe('mine');
    expect(existsSync(inFolder('data/keys'))).toBe(false);
  });

  test('a key is kept, because buttons in Slack were made with it', async () => {
    mkdirSync(inFolder('data/keys'), { recursive: true });
    writeFileSync(inFolder('data/keys/mac.key'), 'mine');
    expect((await init()).out).toContain('Kept data/keys/mac.key');
    expect(read('data/keys/mac.key')).toBe('mine');
  });
});

describe('a flag that cannot be right', () => {
  test('is refused before anything is made, each with what to write', async () => {
    const { code, err } = await init('--approvals', '#approvals', '--me', 'bea', '--my-email', 'bea');
    expect(code).toBe(64);
    for (const flag of ['--approvals: ', '--me: ', '--my-email: ']) expect(err).toContain(flag);
    expect(existsSync(inFolder('.env'))).toBe(false);
  });
});

test('two approvers of the same first name get entries of their own', async () => {
  await init(...everything, '--other-name', 'Bea Moss');
  expect(read('data/policy.local.yml')).toContain('approvers: [bea, bea2]');
});
