import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Secret } from '#domain/secret.ts';
import { silentLogger } from '#slack/transport/sdk-logger.ts';
import { createSocketIntake } from '#slack/transport/socket-intake.ts';
import { fakeAppToken } from '../../support/fake-secret.ts';

/** A Slack that gives nobody a socket. */
let slack: Server;
let fatal: string[];
beforeAll(async () => {
  slack = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":false,"error":"invalid_auth"}'),
  );
  await new Promise<void>((resolve) => slack.listen(0, '127.0.0.1', resolve));
});
afterAll(() => void slack.close());
beforeEach(() => {
  fatal = [];
});

const open = () =>
  createSocketIntake({
    appToken: new Secret(fakeAppToken()),
    clientOptions: { slackApiUrl: `http://127.0.0.1:${(slack.address() as AddressInfo).port}/api/` },
    refused: { count: () => undefined, totals: () => ({}) },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    sdkLogger: silentLogger(),
    isOtherApp: () => false,
    onHello: () => undefined,
    onFatal: (reason) => void fatal.push(reason),
  });

test('a start without a socket says what to check', async () => {
  const { intake } = open();
  await expect(intake.start()).rejects.toThrow(/Check SLACK_APP_TOKEN/);
  expect(intake.isConnected()).toBe(false);
  await intake.close();
});

test('a reconnect that definitely fails ends the process instead of leaving it deaf', async () => {
  const { intake, receiver } = open();
  // What the SDK calls when it reconnects, without anybody waiting for the promise.
  await expect(receiver.client.start()).resolves.toMatchObject({ ok: false });
  expect(fatal).toEqual(['Slack’s socket could not be opened again']);
  await intake.close();
});

test('a closed intake calls nobody any more', async () => {
  const { intake, receiver } = open();
  await intake.close();
  await receiver.client.start();
  expect(fatal).toEqual([]);
});
