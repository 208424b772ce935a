import type { PersonId, SlackUserId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import type { Refusal } from '#domain/refusal.ts';
import type { Later } from './later.ts';
import type { Manner } from './policy.ts';
import type { Safeguards } from './safeguards.ts';

/** How far a permitted change goes: `plan-only` does everything but send. */
export type Mode = 'plan-only' | 'on';

/** Why what is permitted is planned only, in words that follow “because”. */
export interface Held {
  readonly by: 'policy' | 'rollout' | 'step-up';
  readonly sentence: string;
}

/** So many distinct people out of these groups. */
export interface Requirement {
  readonly count: number;
  readonly from: readonly string[];
  /** Who could count right now, requester and beneficiary already left out. Sorted by person. */
  readonly eligible: readonly Eligible[];
  /** Who may take a seat as well once their moment has come; whoever's has come stands in `from`. */
  readonly later?: readonly Later[];
}

export interface Eligible {
  readonly person: PersonId;
  readonly slackIds: readonly SlackUserId[];
  /** The part of the company they work in; null or absent where nothing says so. */
  readonly unit?: string | null;
  /** They stand in for others: only what they said from this moment on counts. */
  readonly since?: Instant;
}

/** One node of the tree that explains a verdict: what was looked at, what it said, in a sentence a person can read. */
export interface Reason {
  readonly met: boolean;
  readonly sentence: string;
  readonly because: readonly Reason[];
}

export type Verdict =
  | {
      readonly kind: 'permit';
      readonly mode: Mode;
      /** Null where it is on. */
      readonly held: Held | null;
      /** Name of the rule that decided. */
      readonly rule: string;
      /** Empty only for reads. */
      readonly requirements: readonly Requirement[];
      /** How these approvals have to be given. */
      readonly manner: Manner;
      /** What protects each approval and what follows it. */
      readonly safeguards: Safeguards;
      readonly reasons: Reason;
    }
  | { readonly kind: 'deny'; readonly refusal: Refusal; readonly reasons: Reason };
