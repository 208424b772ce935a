import { readFileSync } from 'node:fs';
import { globSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { methodScopes } from '#slack/api/method-scopes.ts';
import { botScopes, manifest } from '#slack/manifest.ts';
import { registrations } from '#slack/register.ts';
import { manifestText } from '../../src/cli/commands/manifest.ts';

const ids = (kind: string): readonly string[] =>
  registrations.filter((each) => each.kind === kind).map((each) => each.id);

test('manifest.yml is what the code generates', () => {
  expect(readFileSync('manifest.yml', 'utf8')).toBe(manifestText({ command: '/openai' }));
});

describe('the manifest and the listeners say the same', () => {
  const made = manifest();
  test('events', () => expect(made.settings.event_subscriptions.bot_events).toEqual(ids('event')));
  test('shortcuts', () => expect(made.features.shortcuts.map((each) => each.callback_id)).toEqual(ids('shortcut')));
  test('one command', () => expect(ids('command')).toHaveLength(made.features.slash_commands.length));
});

describe('scopes', () => {
  const source = globSync('src/slack/**/*.ts')
    .filter((file) => !file.endsWith('method-scopes.ts'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');

  test.each(Object.keys(methodScopes))('%s is called', (method) => {
    expect(source).toContain(`'${method}'`);
  });

  test('nobody goes around the one caller that knows the scopes', () => {
    expect(source.match(/\.apiCall\(/g)).toHaveLength(1);
    expect(source).not.toMatch(/\bclient\.(chat|views|users|conversations|files|auth)\./);
  });

  test('are what methods, events, command and shortcuts need, and no more', () => {
    expect(botScopes()).toEqual([
      'app_mentions:read',
      'channels:read',
      'chat:write',
      'commands',
      'files:write',
      'groups:read',
      'usergroups:read',
      'users:read',
      'users:read.email',
    ]);
  });
});

describe('what countersign manifest prints', () => {
  test('with an address, all three doors lead to it and Socket Mode is off', () => {
    const made = parse(manifestText({ command: '/oai', http: 'https://bot.example' })) as ReturnType<typeof manifest>;
    const url = 'https://bot.example/slack/events';
    expect(made.settings).toMatchObject({
      socket_mode_enabled: false,
      event_subscriptions: { request_url: url },
      interactivity: { request_url: url, message_menu_options_url: url },
    });
    expect(made.features.slash_commands[0]).toMatchObject({ command: '/oai', url });
  });

  test('for Socket Mode names no address at all', () => {
    expect(manifestText({ command: '/openai' })).not.toContain('http');
  });

  test.each(['openai', '/Open', '/', '/with space', `/${'x'.repeat(32)}`])('%j cannot be a command', (command) => {
    expect(() => manifestText({ command })).toThrow(/cannot be a command/);
  });

  test.each(['http://bot.example', 'bot.example', 'ftp://bot.example'])('%j cannot be an address', (http) => {
    expect(() => manifestText({ command: '/openai', http })).toThrow(/is not an https address/);
  });
});

test('Slack’s limits of a manifest are kept', () => {
  const { display_information: shown, features } = manifest();
  expect(shown.name.length).toBeLessThanOrEqual(35);
  expect(shown.description.length).toBeLessThanOrEqual(140);
  expect(features.bot_user.display_name).toMatch(/^[a-z0-9._-]{1,80}$/);
  for (const each of features.shortcuts) {
    expect(each.name.length).toBeLessThanOrEqual(24);
    expect(each.description.length).toBeLessThanOrEqual(150);
  }
});
