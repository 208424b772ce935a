import { isNarrowing } from '#approvals/narrowing.ts';
import { skewIn, skewSentence } from '#domain/clock-skew.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { House } from './house.ts';

/**
 * With a clock that is off, deadlines, waiting times and one-time codes mean something else than people agreed on, and an old delivery could pass
 * for a new one. What only takes away from an intruder goes on.
 */
export function refuseSkewed(house: Pick<House, 'clocks'>, operation: string): Refusal | null {
  const skew = isNarrowing(operation) ? null : skewIn(house.clocks());
  if (skew === null) return null;
  return refuse('clock.skewed', {
    what: 'Nothing is changed just now.',
    rule: `${skewSentence(skew)} Changes wait until it is right; revoking, pausing and containing go on.`,
    whoCan: 'Its operator: switch on time synchronisation (NTP).',
  });
}
