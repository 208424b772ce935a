import { App, type ReceiverEvent } from '@slack/bolt';
import { beforeEach, expect, test } from 'vitest';
import { connectAll } from '#slack/connect-bolt.ts';
import { createDoor } from '#slack/door.ts';
import type { Kit } from '#slack/kit.ts';
import type { Registration } from '#slack/register.ts';
import { createInFlight } from '#slack/transport/in-flight.ts';
import { press } from './payloads.ts';
import { now } from './pictures.ts';

let app: App;
let handled: string[];
let acked: unknown[];
let counted: string[];

const registrations: readonly Registration[] = [
  {
    kind: 'action',
    id: 'menu.start',
    many: true,
    handle: async (_, delivery, ack) => {
      await ack();
      handled.push(delivery.actionId);
      if (delivery.value === 'break') throw new Error('a bug');
      // A second acknowledgement would throw in the HTTP receiver.
      await ack();
    },
  },
];

beforeEach(() => {
  handled = [];
  acked = [];
  counted = [];
  const seen = new Set<string>();
  app = new App({
    receiver: { init: () => undefined, start: () => Promise.resolve(), stop: () => Promise.resolve() },
    authorize: () => Promise.resolve({ botId: 'B', botUserId: 'U', botToken: 'x' }),
    convoStore: false,
  });
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const kit = {
    refused: { count: (cause: string) => void counted.push(cause) },
    answers: { answer: () => Promise.resolve(true) },
    places: { sharing: () => Promise.resolve('ours') },
  } as unknown as Kit;
  const home = { teamId: 'T1', enterpriseId: null, botUserId: 'U', botId: 'B', appId: null };
  const nonces = { claim: (key: string) => Promise.resolve(seen.size < seen.add(key).size) };
  const door = createDoor({
    kit,
    home,
    clock: { now: () => now },
    log,
    inFlight: createInFlight(),
    nonces,
    noteEvent: () => undefined,
  });
  connectAll(app, door, { registrations, commandName: '/openai' });
});

const click = (actionId: string, value = '', envelopeId?: string): ReceiverEvent => ({
  body: {
    ...press({ actionId, value, trigger: 't', place: { channel: 'C1', ts: '1.1' } }),
    team: { id: 'T1' },
    user: { id: 'U0ERIN0001', team_id: 'T1' },
  },
  ack: (answer?: unknown) => {
    acked.push(answer);
    return Promise.resolve();
  },
  ...(envelopeId === undefined ? {} : { customProperties: { envelopeId } }),
});

test('several buttons of one kind in a block reach the same handler', async () => {
  await app.processEvent(click('menu.start'));
  await app.processEvent(click('menu.start.2'));
  expect(handled).toEqual(['menu.start', 'menu.start.2']);
  expect(acked).toHaveLength(2);
});

test('an envelope that Socket Mode delivers twice is handled once and acknowledged twice', async () => {
  await app.processEvent(click('menu.start', '', 'e1'));
  await app.processEvent(click('menu.start', '', 'e1'));
  expect(handled).toEqual(['menu.start']);
  expect(acked).toHaveLength(2);
  expect(counted).toEqual(['replayed']);
});

test('a handler that breaks leaves nothing unacknowledged and nothing unhandled', async () => {
  await app.processEvent(click('menu.start', 'break'));
  expect(acked).toHaveLength(1);
});

test.each(['menu.start.x', 'menu.started', 'xmenu.start', 'request.approve', ''])(
  '%j is not one of ours, but is acknowledged',
  async (actionId) => {
    await app.processEvent(click(actionId));
    expect(handled).toEqual([]);
    expect(acked).toHaveLength(1);
  },
);
