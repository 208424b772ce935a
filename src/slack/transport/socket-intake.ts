import { SocketModeReceiver, type Logger } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import { Fault } from '#domain/fault.ts';
import type { Secret } from '#domain/secret.ts';
import type { Log } from '#workflow/ports/log.ts';
import type { Intake } from './intake.ts';
import type { Refused } from './refused.ts';
import { guardSocket } from './socket-guard.ts';
import { watchSocket } from './socket-watch.ts';

export interface SocketIntakeOptions {
  readonly appToken: Secret;
  readonly clientOptions: WebClientOptions;
  readonly refused: Refused;
  readonly log: Log;
  readonly sdkLogger: Logger;
  readonly isOtherApp: (appId: unknown) => boolean;
  readonly onHello: (connections: number) => void;
  readonly onFatal: (reason: string) => void;
}

// The SDK's own 100 tries grow without a cap, so the next one after a long outage could be an hour away.
const retryConfig = { retries: 8, factor: 1.5, maxTimeout: 15_000 };
// The SDK waits up to 30 s for a close handshake that a dead peer never sends.
const closeMs = 1000;

const noSocket = 'Slack gave no socket. Check SLACK_APP_TOKEN (scope connections:write) and the network.';

function makeReceiver(options: SocketIntakeOptions): SocketModeReceiver {
  return new SocketModeReceiver({
    appToken: options.appToken.reveal(),
    logger: options.sdkLogger,
    installerOptions: { clientOptions: { ...options.clientOptions, retryConfig } },
    // For telling a redelivered envelope from a new one.
    customPropertiesExtractor: (envelope: { envelope_id?: unknown }) => ({ envelopeId: envelope.envelope_id }),
  });
}

/** The connection that Slack's deliveries come through in Socket Mode. */
export function createSocketIntake(options: SocketIntakeOptions): { intake: Intake; receiver: SocketModeReceiver } {
  const receiver = makeReceiver(options);
  const { client } = receiver;
  const watch = watchSocket(client, options.onFatal);
  let draining = false;
  guardSocket(client, { ...options, isDraining: () => draining });
  const connect = client.start.bind(client);
  // The SDK calls `start` again to reconnect and drops its promise: a definite failure would end as an unhandled rejection.
  client.start = () =>
    connect().catch((error: unknown) => {
      const name = error instanceof Error ? error.name : 'unknown';
      options.log.error({ error: name }, 'Slack’s socket could not be opened again');
      watch.giveUp('Slack’s socket could not be opened again');
      return { ok: false };
    });
  const intake: Intake = {
    async start() {
      watch.begin();
      await connect().catch((cause: unknown) => {
        throw new Fault('slack.unreachable', noSocket, { cause });
      });
      return 'Slack Socket Mode';
    },
    refuseNew() {
      draining = true;
    },
    async close() {
      watch.end();
      await Promise.race([client.disconnect(), new Promise((resolve) => setTimeout(resolve, closeMs).unref())]);
    },
    isConnected: () => watch.isConnected(),
  };
  return { receiver, intake };
}
