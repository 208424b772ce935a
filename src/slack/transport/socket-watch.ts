import type { SocketModeReceiver } from '@slack/bolt';

// Slack recycles a connection every few hours and a new one stands within seconds. After a minute and a half without any, nobody's
// click arrives and only a fresh process is known to help.
const lostForGoodMs = 90_000;

/** The watch over a socket: whether it stands, and a call when it is lost for good. */
export interface SocketWatch {
  isConnected(): boolean;
  /** From now on a connection is expected. */
  begin(): void;
  /** A loss is no news any more. */
  end(): void;
  /** It is known that there will be no connection. */
  giveUp(reason: string): void;
}

export function watchSocket(client: SocketModeReceiver['client'], onFatal: (reason: string) => void): SocketWatch {
  let connected = false;
  let ended = false;
  let lost: NodeJS.Timeout | undefined;
  const giveUp = (reason: string): void => {
    if (!ended) onFatal(reason);
  };
  const begin = (): void => {
    clearTimeout(lost);
    if (!ended) lost = setTimeout(() => giveUp('Slack’s socket was lost and did not come back'), lostForGoodMs).unref();
  };
  client.on('connected', () => {
    connected = true;
    clearTimeout(lost);
  });
  client.on('close', () => {
    connected = false;
    begin();
  });
  return {
    isConnected: () => connected,
    begin,
    giveUp,
    end() {
      ended = true;
      clearTimeout(lost);
    },
  };
}
