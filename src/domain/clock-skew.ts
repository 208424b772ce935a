import { roughly, secondMs } from './instant.ts';

// Slack's signatures are good for five minutes either way; half a minute leaves room and still shows a clock that drifts.
const MOST_SKEW_MS = 30 * secondMs;

/** Somebody else's clock. */
export interface OtherClock {
  readonly whose: string;
  /** How far this machine is ahead of it. */
  readonly aheadMs: number;
}

/** The clock that is too far from ours; null where all agree, or nobody said what time it is. */
export const skewIn = (clocks: readonly OtherClock[]): OtherClock | null =>
  clocks.find(({ aheadMs }) => Math.abs(aheadMs) > MOST_SKEW_MS) ?? null;

export const skewSentence = ({ whose, aheadMs }: OtherClock): string =>
  `This machine’s clock is ${roughly(Math.abs(aheadMs))} ${aheadMs > 0 ? 'ahead of' : 'behind'} ${whose}.`;
