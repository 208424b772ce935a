import { hourMs } from '#domain/instant.ts';
import type { House } from './house.ts';
import { raiseOwn } from './raise-own.ts';

// A connection is renewed every few hours; a process that restarts in a loop must not tell it each time.
const QUIET_MS = hourMs;

/**
 * Slack gives each delivery to one connection of an app, so whoever holds a second one with our app token takes clicks away. One process is
 * one connection.
 */
export async function hearConnections(house: House, count: number): Promise<void> {
  if (count <= 1) return;
  await house.store.transact((tx) =>
    raiseOwn(tx, house, {
      detection: 'self.second-connection',
      key: 'socket',
      severity: 'critical',
      title: 'Somebody else is connected to Slack as Countersign',
      lines: [
        `Slack counts ${count} connections of this app, and Countersign holds one. Each command and click goes to one of them.`,
        'After a restart Slack may count the old connection for a minute; restart once more to see whether it stays.',
        'To do: if it stays, revoke the app-level token (xapp-…) at api.slack.com/apps and make a new one; find out who had it.',
      ],
      evidence: { connections: count },
      quietMs: QUIET_MS,
      who: 'system:slack',
    }),
  );
  house.nudge();
}
