import { SocketModeReceiver, type Logger } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import { Fault } from '#domain/fault.ts';
import type { Secret } from '#domain/secret.ts';
import type { Log } from '#workflow/ports/log.ts';
import type { Intake } from './intake.ts';
import type { Refused } from './refused.ts';
import { guardSocket } from './socket-guard.ts';

export interface SocketIntakeOptions {
  readonly appToken: Secret;
  readonly clientOptions: WebClientOptions;
  readonly refused: Refused;
  readonly log: Log;
  readonly sdkLogger: Logger;
  readonly isOtherApp: (appId: unknown) => boolean;
  readonly onFatal: (reason: string) => void;
}

// Slack recycles a connection every few hours and a new one stands within seconds. After a minute and a half without any, nobody's
// click arrives and only a fresh process is known to help.
const lostForGoodMs = 90_000;

// The SDK's own 100 tries grow without a cap, so the next one after a long outage could be an hour away.
const retryConfig = { retries: 8, factor: 1.5, maxTimeout: 15_000 };

/** The connection that Slack's deliveries come through in Socket Mode, and the watch over it. */
export function createSocketIntake(options: SocketIntakeOptions): { intake: Intake; receiver: SocketModeReceiver } {
  const receiver = new SocketModeReceiver({
    appToken: options.appToken.reveal(),
    logger: options.sdkLogger,
    installerOptions: { clientOptions: { ...options.clientOptions, retryConfig } },
    // For telling a redelivered envelope from a new one.
    customPropertiesExtractor: (envelope: { envelope_id?: unknown }) => ({ envelopeId: envelope.envelope_id }),
  });
  const { client } = receiver;
  const state = { connected: false, draining: false, closed: false };
  let lost: NodeJS.Timeout | undefined;
  const die = (reason: string): void => {
    if (!state.closed) options.onFatal(reason);
  };
  guardSocket(client, { ...options, isDraining: () => state.draining });
  client.on('connected', () => {
    state.connected = true;
    clearTimeout(lost);
  });
  const watch = (): void => {
    clearTimeout(lost);
    if (!state.closed)
      lost = setTimeout(() => die('Slack’s socket was lost and did not come back'), lostForGoodMs).unref();
  };
  client.on('close', () => {
    state.connected = false;
    watch();
  });
  const first = client.start.bind(client);
  const connect = async (): Promise<void> => {
    try {
      await first();
    } catch (cause) {
      throw new Fault(
        'slack.unreachable',
        'Slack gave no socket. Check SLACK_APP_TOKEN (scope connections:write) and the network.',
        { cause },
      );
    }
  };
  // The SDK calls `start` again to reconnect and drops its promise: a definite failure would end as an unhandled rejection.
  client.start = () =>
    first().catch((error: unknown) => {
      options.log.error(
        { error: error instanceof Error ? error.name : 'unknown' },
        'Slack’s socket could not be opened again',
      );
      die('Slack’s socket could not be opened again');
      return { ok: false };
    });
  return {
    receiver,
    intake: {
      start: async () => {
        watch();
        await connect();
        return 'Slack Socket Mode';
      },
      refuseNew: () => {
        state.draining = true;
      },
      close: async () => {
        state.closed = true;
        clearTimeout(lost);
        // The SDK waits up to 30 s for a close handshake that a dead peer never sends.
        await Promise.race([client.disconnect(), new Promise((resolve) => setTimeout(resolve, 1000).unref())]);
      },
      isConnected: () => state.connected,
    },
  };
}
