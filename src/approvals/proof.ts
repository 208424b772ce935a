import type { StepUp } from '#policy/safeguards.ts';

/** Proof, given outside Slack, that a person was present when they decided. */
export interface Proof {
  readonly kind: Exclude<StepUp, 'none'>;
}
