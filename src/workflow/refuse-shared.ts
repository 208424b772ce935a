import { hourMs } from '#domain/instant.ts';
import { refuse } from '#domain/refusal.ts';
import { noted } from './admit.ts';
import type { House } from './house.ts';
import { raiseOwn } from './raise-own.ts';
import type { Heard } from './heard.ts';

// A channel stays shared until somebody changes that; once an hour is often enough to be told.
const QUIET_MS = hourMs;

const shared = refuse('place.shared', {
  what: 'You cannot do this here.',
  rule: 'This channel is shared with people outside of this workspace.',
  whoCan: 'Do it in a channel of your own, or in your conversation with Countersign.',
});

/** Notes that somebody tried something in a shared channel, and tells the people who watch where it is one of the bot's own. */
export async function refuseShared(
  house: House,
  { channelId, caller }: Extract<Heard, { of: 'shared-channel' }>,
): Promise<void> {
  if (caller !== null) noted(house, caller, shared);
  const { approvals, audit, alerts } = house.policy().policy.channels;
  if (![approvals, audit, alerts].includes(channelId)) return;
  await house.store.transact((tx) =>
    raiseOwn(tx, house, {
      detection: 'people.shared-channel',
      key: channelId,
      severity: 'critical',
      title: 'A channel of Countersign is shared with people outside of this workspace',
      lines: [
        `The channel ${channelId} is one of those in which requests are decided or told.`,
        'Nothing is posted into it and no click in it counts until it is no longer shared.',
        'To do: stop sharing the channel in Slack, or name another one in the policy; find out who shared it.',
      ],
      evidence: { channel: channelId },
      quietMs: QUIET_MS,
      who: 'system:places',
    }),
  );
  house.nudge();
}
