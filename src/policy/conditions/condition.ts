import type { Rule } from '../policy.ts';
import type { Scene } from '../scene.ts';

/**
 * What one look found. `unknown` is an answer of its own because it must hurt the right side: a permission needs `yes`, a denial
 * is escaped only by `no`.
 */
export interface Look {
  readonly answer: 'yes' | 'no' | 'unknown';
  /** What the rule demands and what is, as a clause after the rule's name. */
  readonly sentence: string;
  /** Who would pass, for a refusal's "who can"; empty if that does not depend on the person. */
  readonly whoCan?: string;
}

/** One thing that a rule may ask of a request. */
export interface Condition {
  readonly id: string;
  /** Null: this rule does not ask it. */
  look(rule: Rule, scene: Scene): Look | null;
}
