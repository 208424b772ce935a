import type { z } from 'zod';
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

/** A condition that stands under `when` of a rule, by the name of its key there. */
export interface WhenCondition<Key extends string, Shape extends z.ZodType> extends Condition {
  readonly key: Key;
  /** What it asks, for whoever writes a policy; and what may stand there, as YAML. */
  readonly about: string;
  readonly example: string;
  readonly shape: Shape;
}

export function defineWhen<Key extends string, Shape extends z.ZodType>(declared: {
  readonly id: string;
  readonly key: Key;
  readonly about: string;
  readonly example: string;
  /** What may be written there. */
  readonly shape: Shape;
  readonly look: (wanted: z.output<Shape>, scene: Scene) => Look;
}): WhenCondition<Key, Shape> {
  const { id, key, about, example, shape } = declared;
  return {
    id,
    key,
    about,
    example,
    shape,
    // What stands in a rule has come through this very shape.
    look: ({ when }, scene) => (Object.hasOwn(when, key) ? declared.look(when[key] as z.output<Shape>, scene) : null),
  };
}

export const yesOrNo = (isSo: boolean, sentence: string): Look => ({ answer: isSo ? 'yes' : 'no', sentence });
