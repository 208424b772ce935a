import type { SocketModeReceiver } from '@slack/bolt';
import type { Log } from '#workflow/ports/log.ts';
import { isRecord } from '../api/record.ts';
import { maxBodyBytes } from './http-body.ts';
import type { Refused } from './refused.ts';

type SocketClient = SocketModeReceiver['client'];

export interface SocketGuardOptions {
  readonly refused: Refused;
  readonly log: Log;
  readonly isDraining: () => boolean;
  readonly isOtherApp: (appId: unknown) => boolean;
  /** Hears how many connections of this app there are, ours included. */
  readonly onHello: (connections: number) => void;
}

/**
 * Stands between the socket and the SDK. Socket-mode 3.1.0 throws on an `app_rate_limited` envelope, which carries no event, and its
 * throw would end as an unhandled rejection; and once we are stopping, nothing new may begin while old acknowledgements still leave.
 */
export function guardSocket(client: SocketClient, options: SocketGuardOptions): void {
  const inner = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (data: unknown, isBinary: unknown) => {
    const cause = judge(data, options);
    if (cause !== null) return options.refused.count(cause);
    for (const listener of inner) {
      // The SDK's listener is async although an emitter cannot wait for it.
      Promise.resolve(listener(data, isBinary)).catch((error: unknown) => {
        options.log.error(
          { error: error instanceof Error ? error.name : 'unknown' },
          'The Slack SDK stumbled over an envelope',
        );
      });
    }
  });
}

function judge(
  data: unknown,
  options: SocketGuardOptions,
): 'malformed' | 'too-large' | 'draining' | 'other-app' | null {
  if (typeof data !== 'string') return 'malformed';
  if (data.length > maxBodyBytes) return 'too-large';
  const envelope = parse(data);
  if (envelope === null) return 'malformed';
  const { type, payload } = envelope;
  if (type === 'hello') {
    const { num_connections: connections } = envelope;
    if (typeof connections === 'number') options.onHello(connections);
    return null;
  }
  if (type === 'disconnect') return null;
  if (options.isDraining()) return 'draining';
  if (!isRecord(payload) || typeof envelope['envelope_id'] !== 'string') return 'malformed';
  if (options.isOtherApp(payload['api_app_id'])) return 'other-app';
  if (type === 'events_api' && !(isRecord(payload['event']) && typeof payload['event']['type'] === 'string'))
    return 'malformed';
  return null;
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}
