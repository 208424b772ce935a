import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wholeBot } from '../config/environments.ts';
import { PROCESS_MS } from './beside-a-bot.ts';

/** Whoever would be sent the credentials if the name were believed. */
describe('a real process in an environment that redirects its traffic', { timeout: PROCESS_MS }, () => {
  let elsewhere: Server;
  let knocks = 0;
  beforeAll(async () => {
    elsewhere = createServer((_, response) => {
      knocks += 1;
      response.end('{}');
    });
    await new Promise<void>((done) => elsewhere.listen(0, '127.0.0.1', done));
  });
  afterAll(() => void elsewhere.close());

  function starts(program: readonly string[], danger: Readonly<Record<string, string>>) {
    const env = { PATH: process.env['PATH'], ...wholeBot, ...danger };
    const { promise, resolve: done } = Promise.withResolvers<{ code: number; said: string }>();
    execFile(process.execPath, [...program], { env, cwd: process.cwd() }, (error, out, err) => {
      done({ code: error === null ? 0 : Number(error.code ?? -1), said: out + err });
    });
    return promise;
  }

  const address = () => `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
  const bot = [resolve('src/main.ts')];
  const freeze = [resolve('src/cli/main.ts'), 'freeze', '--as', 'bea', '--reason', 'because'];

  it.each([
    ['the bot', bot, 'OPENAI_BASE_URL'],
    ['the bot', bot, 'NODE_TLS_REJECT_UNAUTHORIZED'],
    ['countersign freeze', freeze, 'OPENAI_BASE_URL'],
  ] as const)('C9 · %s does not start, and asks nobody', async (_, program, name) => {
    const value = name === 'OPENAI_BASE_URL' ? address() : '0';
    const { code, said } = await starts(program, { [name]: value });
    expect(code).toBe(78);
    expect(said).toContain(`${name} is set:`);
    expect(knocks).toBe(0);
  });

  it('C9 · a flag of Node on the command line counts as one in the environment', async () => {
    const { code, said } = await starts(['--tls-min-v1.0', ...bot], {});
    expect([code, said]).toEqual([78, expect.stringContaining('NODE_OPTIONS is set:')]);
  });
});
