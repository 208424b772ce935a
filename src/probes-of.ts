import { minuteMs } from '#domain/instant.ts';
import type { SlackFace } from '#slack/slack-face.ts';
import type { Probe } from '#web/probe.ts';
import type { House } from '#workflow/house.ts';

// A queue that has not moved for so long means that people are no longer told what happens.
const OUTBOX_LATE_MS = 10 * minuteMs;

export async function probesOf(house: House, slack: SlackFace): Promise<readonly Probe[]> {
  const outbox = await house.store.read.outbox.depth(house.clock.now());
  const late = outbox.oldest === null ? 0 : house.clock.now() - outbox.oldest;
  const { connected } = slack.health();
  return [
    { name: 'database', ok: true, detail: 'answers' },
    { name: 'slack', ok: connected, detail: connected ? 'connected' : 'not connected' },
    { name: 'outbox', ok: late < OUTBOX_LATE_MS, detail: `${outbox.waiting} waiting` },
  ];
}
