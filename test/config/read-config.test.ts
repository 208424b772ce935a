import { describe, expect, test } from 'vitest';
import { type ReadConfig, readConfig } from '#config/read-config.ts';
import type { Environment } from '#config/env.ts';
import {
  fakeAdminKey,
  fakeAppToken,
  fakeBotToken,
  fakeMacKey,
  fakeSecrets,
  fakeSigningSecret,
} from './environments.ts';
import { filesOf, slackByHttp, slackBySocket, wholeBot } from './environments.ts';

const read = (env: Environment, contents: Readonly<Record<string, string>> = {}): ReadConfig =>
  readConfig(env, filesOf(contents));

function linesOf(env: Environment, contents: Readonly<Record<string, string>> = {}): string {
  const outcome = read(env, contents);
  expect(outcome.kind).toBe('refused');
  return outcome.kind === 'refused' ? outcome.lines.join('\n') : '';
}

const withPassword = (url: string): string => url.replace('://', ['://user', 'hunter2@'].join(':'));
const proxyWithPassword = withPassword('http://proxy.example:3128');

describe('what a start is', () => {
  const table: readonly [string, Environment, string][] = [
    ['nothing set', {}, 'sandbox'],
    ['only blanks, as in a fresh .env', { SLACK_BOT_TOKEN: '', OPENAI_ADMIN_KEY: '  ' }, 'sandbox'],
    ['only names that decide nothing', { HOST: 'box', PORT: '8080', LOG_LEVEL: 'warn' }, 'sandbox'],
    ['Slack over a socket', slackBySocket, 'practice'],
    ['Slack over HTTP', slackByHttp, 'practice'],
    ['Slack in production', { ...slackBySocket, NODE_ENV: 'production' }, 'practice'],
    ['Slack and OpenAI', wholeBot, 'bot'],
    ['Slack over HTTP and OpenAI', { ...slackByHttp, OPENAI_ADMIN_KEY: fakeAdminKey }, 'bot'],
  ];
  test.each(table)('%s', (_, env, as) => {
    expect(read(env)).toMatchObject({ kind: 'ok', as, config: { kind: as }, secrets: { kind: as } });
  });
});

describe('a set-up that is not whole is refused with what is missing', () => {
  const table: readonly [string, Environment, readonly string[]][] = [
    [
      'nothing in production',
      { NODE_ENV: 'production' },
      ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'COUNTERSIGN_MAC_KEY', 'OPENAI_ADMIN_KEY'],
    ],
    ['a bot token alone', { SLACK_BOT_TOKEN: fakeBotToken }, ['SLACK_APP_TOKEN', 'COUNTERSIGN_MAC_KEY']],
    ['an app token alone', { SLACK_APP_TOKEN: fakeAppToken }, ['SLACK_BOT_TOKEN', 'COUNTERSIGN_MAC_KEY']],
    ['a key of buttons alone', { COUNTERSIGN_MAC_KEY: fakeMacKey }, ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN']],
    [
      'no way for Slack to reach the bot',
      { SLACK_BOT_TOKEN: fakeBotToken, COUNTERSIGN_MAC_KEY: fakeMacKey },
      ['SLACK_APP_TOKEN'],
    ],
    ['OpenAI alone', { OPENAI_ADMIN_KEY: fakeAdminKey }, ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'COUNTERSIGN_MAC_KEY']],
    [
      'another OpenAI address without a key',
      { ...slackBySocket, COUNTERSIGN_OPENAI_BASE_URL: 'https://api.openai.com/v1' },
      ['OPENAI_ADMIN_KEY'],
    ],
  ];
  test.each(table)('%s', (_, env, missing) => {
    const lines = linesOf(env);
    for (const name of missing) expect(lines).toContain(`${name} is missing`);
    for (const name of ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'COUNTERSIGN_MAC_KEY', 'OPENAI_ADMIN_KEY']) {
      if (!missing.includes(name)) expect(lines).not.toContain(`${name} is missing`);
    }
  });
});

describe('a value that cannot be right is refused with what to write', () => {
  const table: readonly [string, Environment, string][] = [
    [
      'a user token',
      { SLACK_BOT_TOKEN: ['xoxp', '1234567890123'].join('-') },
      'SLACK_BOT_TOKEN: This is not a bot token',
    ],
    ['a bot token as app token', { SLACK_APP_TOKEN: fakeBotToken }, 'SLACK_APP_TOKEN: This is not an app-level token'],
    [
      'a short signing secret',
      { SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: 'abc123' },
      'at least 32 hexadecimal characters',
    ],
    [
      'a project key',
      { OPENAI_ADMIN_KEY: ['sk', 'proj', 'a1b2c3d4e5'].join('-') },
      'OPENAI_ADMIN_KEY: This is not an admin key',
    ],
    ['a short key of buttons', { COUNTERSIGN_MAC_KEY: 'c2hvcnQ=' }, 'COUNTERSIGN_MAC_KEY: This is not 32 bytes'],
    ['a port out of range', { PORT: '70000' }, 'PORT: Write a port number'],
    ['a port that is not a number', { WEB_PORT: '3001x' }, 'WEB_PORT: Write a port number'],
    ['PostgreSQL', { DATABASE_URL: 'postgres://db/x' }, 'PostgreSQL is not supported by this version'],
    ['a database in memory', { DATABASE_URL: 'sqlite::memory:' }, 'DATABASE_URL: Write sqlite:'],
    ['a command without a slash', { COUNTERSIGN_COMMAND: 'openai' }, 'COUNTERSIGN_COMMAND: Write a slash'],
    ['an unknown level', { LOG_LEVEL: 'loud' }, 'LOG_LEVEL: Write debug, info, warn or error'],
    ['a proxy that is none', { COUNTERSIGN_PROXY: 'socks5://x' }, 'COUNTERSIGN_PROXY: Write the address of a proxy'],
    ['a range with too many bits', { SLACK_SOURCE_CIDRS: '10.0.0.0/40' }, 'SLACK_SOURCE_CIDRS: Write ranges'],
  ];
  test.each(table)('%s', (_, change, sentence) => {
    expect(linesOf({ ...wholeBot, ...change })).toContain(sentence);
  });

  test('all of them are said at once', () => {
    const lines = linesOf({ ...wholeBot, PORT: 'x', LOG_LEVEL: 'loud', OPENAI_BASE_URL: 'https://elsewhere.example' });
    for (const name of ['PORT', 'LOG_LEVEL', 'OPENAI_BASE_URL']) expect(lines).toContain(name);
  });
});

describe('contradictions', () => {
  test('an app token beside a signing secret is refused rather than silently preferred', () => {
    expect(linesOf({ ...slackBySocket, ...slackByHttp })).toContain(
      'SLACK_APP_TOKEN and SLACK_SIGNING_SECRET are both set',
    );
  });

  test('source ranges in Socket Mode would protect nothing, so they are refused', () => {
    expect(linesOf({ ...slackBySocket, SLACK_SOURCE_CIDRS: '10.0.0.0/8' })).toContain(
      'protects the HTTP receiver only',
    );
  });

  test('health on the port of Slack is refused', () => {
    expect(linesOf({ ...slackByHttp, PORT: '3001' })).toContain('PORT and WEB_PORT are the same');
  });

  test('debug is refused with real credentials and allowed in the sandbox', () => {
    expect(linesOf({ ...slackBySocket, LOG_LEVEL: 'debug' })).toContain('LOG_LEVEL is debug');
    expect(read({ LOG_LEVEL: 'debug' })).toMatchObject({ kind: 'ok', as: 'sandbox', config: { logLevel: 'debug' } });
  });
});

describe('secrets', () => {
  test('can come from files, whose last line break does not count', () => {
    const env = {
      SLACK_BOT_TOKEN_FILE: '/s/bot',
      SLACK_SIGNING_SECRET_FILE: '/s/signing',
      COUNTERSIGN_MAC_KEY_FILE: '/s/mac',
      OPENAI_ADMIN_KEY_FILE: '/s/admin',
    };
    const contents = {
      '/s/bot': `${fakeBotToken}\n`,
      '/s/signing': `${fakeSigningSecret}\n`,
      '/s/mac': fakeMacKey,
      '/s/admin': `${fakeAdminKey}\r\n`,
    };
    const outcome = read(env, contents);
    if (outcome.kind !== 'ok' || outcome.as !== 'bot') throw new Error('The bot was expected');
    expect(outcome.secrets.adminKey.reveal()).toBe(fakeAdminKey);
    expect(outcome.secrets.botToken.reveal()).toBe(fakeBotToken);
    expect(outcome.secrets.macKey.reveal()).toBe(fakeMacKey);
    expect(outcome.secrets.transport).toMatchObject({ kind: 'http' });
  });

  test('given twice are refused', () => {
    const lines = linesOf({ ...wholeBot, OPENAI_ADMIN_KEY_FILE: '/s/admin' }, { '/s/admin': fakeAdminKey });
    expect(lines).toContain('OPENAI_ADMIN_KEY and OPENAI_ADMIN_KEY_FILE are both set');
  });

  test('whose file is missing or empty are refused by the name of the file, and not called missing', () => {
    const env = { ...slackBySocket, OPENAI_ADMIN_KEY_FILE: '/s/admin' };
    expect(linesOf(env)).toBe('OPENAI_ADMIN_KEY_FILE: the file /s/admin cannot be read (ENOENT).');
    expect(linesOf(env, { '/s/admin': '\n' })).toBe('OPENAI_ADMIN_KEY_FILE: the file /s/admin is empty.');
  });

  test('stand in no part of the outcome that can be printed', () => {
    const written = JSON.stringify(read({ ...wholeBot, COUNTERSIGN_PROXY: proxyWithPassword }));
    for (const secret of [...fakeSecrets, 'hunter2']) expect(written).not.toContain(secret);
  });

  test('are never repeated by a refusal', () => {
    const broken = Object.fromEntries(
      Object.entries({ ...wholeBot, ...slackByHttp }).map(([name, value]) => [name, `${value} oops!`]),
    );
    const lines = linesOf(broken);
    for (const secret of fakeSecrets) expect(lines).not.toContain(secret);
    expect(lines).not.toContain('oops');
  });
});

describe('the config', () => {
  test('has the documented defaults', () => {
    expect(read(wholeBot)).toMatchObject({
      config: {
        deployment: 'countersign',
        command: '/openai',
        logLevel: 'info',
        policyFile: 'data/policy.yml',
        databaseUrl: 'sqlite:data/countersign.sqlite',
        health: { host: '127.0.0.1', port: 3001 },
        slack: { apiUrl: 'https://slack.com/api/', transport: { kind: 'socket' } },
        openai: { baseUrl: 'https://api.openai.com/v1' },
      },
    });
  });

  test('of the HTTP receiver holds its address and the ranges that may connect', () => {
    expect(
      read({ ...slackByHttp, HOST: '0.0.0.0', PORT: '8080', SLACK_SOURCE_CIDRS: '10.0.0.0/8, 2001:db8::/32' }),
    ).toMatchObject({
      config: {
        slack: {
          transport: {
            kind: 'http',
            address: { host: '0.0.0.0', port: 8080 },
            sourceCidrs: ['10.0.0.0/8', '2001:db8::/32'],
          },
        },
      },
    });
  });

  test('of practice never names the database of the bot', () => {
    expect(read({ ...slackBySocket, DATABASE_URL: 'sqlite:/data/bot.sqlite' })).toMatchObject({
      config: { databaseUrl: 'sqlite:/data/bot.practice.sqlite' },
    });
    expect(read({ ...slackBySocket, DATABASE_URL: 'sqlite:/data/bot' })).toMatchObject({
      config: { databaseUrl: 'sqlite:/data/bot.practice' },
    });
  });
});

describe('another host', () => {
  test('gets no credentials unless that is allowed by name', () => {
    expect(linesOf({ ...wholeBot, COUNTERSIGN_OPENAI_BASE_URL: 'https://gateway.example/v1' })).toContain(
      'COUNTERSIGN_ALLOW_OTHER_HOST=1',
    );
    expect(linesOf({ ...wholeBot, SLACK_API_URL: 'https://slack.com.example/api/' })).toContain(
      'this is not https://slack.com',
    );
    const allowed = {
      ...wholeBot,
      COUNTERSIGN_OPENAI_BASE_URL: 'https://gateway.example/v1',
      COUNTERSIGN_ALLOW_OTHER_HOST: '1',
    };
    expect(read(allowed)).toMatchObject({ kind: 'ok', config: { openai: { baseUrl: 'https://gateway.example/v1' } } });
  });

  test.each(['http://api.openai.com/v1', 'https://api.openai.com:8443/v1'])(
    '%s is another host than the official one',
    (address) => {
      expect(linesOf({ ...wholeBot, COUNTERSIGN_OPENAI_BASE_URL: address })).toContain(
        'COUNTERSIGN_ALLOW_OTHER_HOST=1',
      );
    },
  );

  test('is spoken to in the clear on this machine only', () => {
    const allow = { ...wholeBot, COUNTERSIGN_ALLOW_OTHER_HOST: '1' };
    expect(linesOf({ ...allow, SLACK_API_URL: 'http://gateway.example/api/' })).toContain('must begin with https://');
    expect(read({ ...allow, SLACK_API_URL: 'http://127.0.0.1:4010/api/' })).toMatchObject({ kind: 'ok' });
  });

  test.each([
    withPassword('https://slack.com/api/'),
    'https://slack.com/api/?x=1',
    'https://slack.com/api/#x',
    'ftp://slack.com/',
    'slack.com',
  ])('%s is not an address at all', (address) => {
    expect(linesOf({ ...wholeBot, SLACK_API_URL: address })).toContain('SLACK_API_URL: Write an address');
  });
});

describe('a mistyped name of ours', () => {
  test('is refused with the nearest one', () => {
    expect(linesOf({ COUNTERSIGN_COMAND: '/oai' })).toBe(
      'COUNTERSIGN_COMAND is not a setting. Did you mean COUNTERSIGN_COMMAND?',
    );
  });

  test('that resembles nothing points to the page of settings', () => {
    expect(linesOf({ COUNTERSIGN_FLUX_CAPACITOR: '1' })).toContain('docs/settings.md');
  });
});
