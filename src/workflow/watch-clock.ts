import { skewIn, skewSentence } from '#domain/clock-skew.ts';
import { hourMs } from '#domain/instant.ts';
import type { House } from './house.ts';
import { raiseOwn } from './raise-own.ts';

// It is off until somebody mends it; once an hour is often enough to be told.
const QUIET_MS = hourMs;

/** Tells the people who watch when this machine's clock is not that of Slack or OpenAI. */
export async function watchClock(house: House): Promise<void> {
  const skew = skewIn(house.clocks());
  if (skew === null) return;
  await house.store.transact((tx) =>
    raiseOwn(tx, house, {
      detection: 'self.clock-skew',
      key: skew.whose,
      severity: 'critical',
      title: 'The clock of Countersign is off',
      lines: [
        skewSentence(skew),
        'Changes wait until it is right, also approved ones; revoking, pausing and containing go on.',
        'To do: switch on time synchronisation (NTP) where Countersign runs.',
      ],
      evidence: { aheadMs: skew.aheadMs },
      quietMs: QUIET_MS,
      who: 'system:watch-clock',
    }),
  );
  house.nudge();
}
