import { SocketModeReceiver } from '@slack/bolt';
import { beforeEach, describe, expect, test } from 'vitest';
import type { RefusalCause } from '#slack/slack-face.ts';
import { silentLogger } from '#slack/transport/sdk-logger.ts';
import { guardSocket } from '#slack/transport/socket-guard.ts';

let counted: RefusalCause[];
let heard: string[];
let draining: boolean;
let connections: number[];
let say: (message: unknown) => void;

beforeEach(() => {
  counted = [];
  heard = [];
  draining = false;
  connections = [];
  const { client } = new SocketModeReceiver({ appToken: ['xapp', 'x'].join('-'), logger: silentLogger() });
  client.on('slack_event', ({ type }: { type: string }) => heard.push(type));
  client.on('connected', () => heard.push('connected'));
  guardSocket(client, {
    refused: { count: (cause) => void counted.push(cause), totals: () => ({}) },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    isDraining: () => draining,
    isOtherApp: (appId) => appId === 'A0OTHER',
    onHello: (count) => void connections.push(count),
  });
  say = (message) =>
    void client.emit('ws_message', typeof message === 'string' ? message : JSON.stringify(message), false);
});

const command = { type: 'slash_commands', envelope_id: 'e1', payload: { command: '/openai', api_app_id: 'A0OURS' } };

test('what Slack sends reaches the SDK', () => {
  say({ type: 'hello' });
  say(command);
  say({ type: 'events_api', envelope_id: 'e2', payload: { event: { type: 'app_mention' } } });
  expect(heard).toEqual(['connected', 'slash_commands', 'events_api']);
  expect(counted).toEqual([]);
});

test('how many connections Slack counts is heard with each hello, and nothing else says it', () => {
  say({ type: 'hello', num_connections: 2 });
  say({ type: 'hello', num_connections: 'many' });
  say({ ...command, num_connections: 3 });
  expect(connections).toEqual([2]);
});

describe('what would break the SDK, or is not for us, is counted and goes no further', () => {
  test.each([
    [
      'malformed',
      { type: 'events_api', envelope_id: 'e', payload: { type: 'app_rate_limited', minute_rate_limited: 1 } },
    ],
    ['malformed', { type: 'events_api', envelope_id: 'e', payload: null }],
    ['malformed', { type: 'slash_commands', payload: {} }],
    ['malformed', '{"type":'],
    ['malformed', '[1]'],
    ['other-app', { ...command, payload: { api_app_id: 'A0OTHER' } }],
    ['too-large', { ...command, payload: { text: 'x'.repeat(300_000) } }],
  ])('%s: %j', (cause, message) => {
    say(message);
    expect(counted).toEqual([cause]);
    expect(heard).toEqual([]);
  });

  test('while stopping, nothing new begins, but the connection’s own messages still count', () => {
    draining = true;
    say(command);
    say({ type: 'hello' });
    expect(counted).toEqual(['draining']);
    expect(heard).toEqual(['connected']);
  });
});
