import type { PolicyFacts } from './facts.ts';
import type { Policy } from './policy.ts';

/** What every question of an evaluation is asked about. */
export interface Scene {
  readonly policy: Policy;
  readonly facts: PolicyFacts;
}
