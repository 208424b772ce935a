import type { PersonId, RequestId, SlackUserId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import type { LiveMode } from './policy.ts';

/** One word on how far operations go here. `open` puts them there, `hold` only keeps them from going further; the newest is the last word. */
export interface RolloutWord {
  readonly id: number;
  readonly kind: 'open' | 'hold';
  /** `keys.issue`, `keys.*` or `*`, which is every change. */
  readonly selector: string;
  /** A group of the policy; null is everyone. */
  readonly group: string | null;
  readonly mode: LiveMode;
  readonly by: { readonly slackId: SlackUserId; readonly name: string };
  readonly why: string;
  /** The request that two people approved; null where one person held back. */
  readonly requestId: RequestId | null;
  readonly at: Instant;
}

/** What was said so far, and what holds where nobody said anything. The policy’s `live` is looked at besides and can only make it less. */
export interface Rollout {
  readonly start: LiveMode;
  /** The newest first. */
  readonly words: readonly RolloutWord[];
  /** Whoever can prove that they are there; null where critical operations do not wait for that. */
  readonly provers: readonly PersonId[] | null;
}
