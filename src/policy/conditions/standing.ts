import type { Condition } from './condition.ts';

/** A rule about standing orders never lets a person ask: what it covers is countersigned in advance or not at all. */
export const standingCondition: Condition = {
  id: 'standing',
  look: (rule) =>
    rule.kind === 'permit' && rule.standing
      ? { answer: 'no', sentence: 'is only for what a standing order allows in advance' }
      : null,
};
