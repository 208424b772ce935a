import type { Relation } from '#domain/follows.ts';
import type { OperationId, PersonId, SlackUserId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import type { Json } from '#domain/json.ts';
import type { Tier } from '#domain/tier.ts';
import type { Rollout } from './rollout-word.ts';

/**
 * Members of a group as it stands now. A Slack user group that could not be read is `known: false`: it then holds nobody, and no
 * rule can be met through it.
 */
export type Members =
  | {
      readonly known: true;
      readonly slackIds: readonly SlackUserId[];
      /** Those of them who joined so lately that they may not approve through this group yet. */
      readonly newcomers?: readonly SlackUserId[];
    }
  | { readonly known: false; readonly why: string };

/** What whoever asks has asked for before, this request left out. */
export interface History {
  /** When each change was asked for, of the day before this one. */
  readonly recent: readonly Instant[];
  /** This operation was never carried out for them. */
  readonly isFirst: boolean;
}

/** Who owns the project at OpenAI, by the address of their user. */
export type ProjectOwners =
  | { readonly known: true; readonly emails: readonly string[] }
  | { readonly known: false; readonly why: string };

/** The hard spend limit of the project at OpenAI, a month; `cents` is null where none is set. */
export type HardLimit =
  | { readonly known: true; readonly cents: number | null }
  | { readonly known: false; readonly why: string };

/** Everything the policy may look at. Whoever asks for a verdict has fetched it just now; "now" is one of the facts. */
export interface PolicyFacts {
  readonly operation: {
    readonly id: OperationId;
    readonly family: string;
    readonly tier: Tier;
    readonly kind: 'read' | 'change' | 'stop';
  };
  readonly requester: { readonly slackId: SlackUserId; readonly personId: PersonId };
  readonly project: { readonly id: string; readonly name: string } | null;
  /** What is acted on; null while it is not known, and for reads. */
  readonly target: { readonly id: string; readonly name: string } | null;
  /** How many calls would change something. */
  readonly steps: number;
  /** What the requester says it is for. */
  readonly reason: string;
  /** What this is to an earlier request; null for what stands alone. */
  readonly follows: Relation | null;
  /** Null when it could not be read. */
  readonly history: History | null;
  readonly projectOwners: ProjectOwners;
  /** Left out: it is not known. */
  readonly hardLimit?: HardLimit;
  /** Person who gains or loses by the change and therefore never counts, if the policy knows one. */
  readonly beneficiary: PersonId | null;
  /** Whether it is to be kept from everybody but a few; left out: it is not. */
  readonly confidential?: boolean;
  /** People whom the plan itself keeps from counting. */
  readonly barred?: readonly PersonId[];
  /** `{ lifetimeMs, scopes, amountCents, beforeCents, models }` of the plan, each where it is about such a thing. */
  readonly bounds: Readonly<Record<string, Json>>;
  /** By group name of the policy; every group that the policy names must be here. */
  readonly members: Readonly<Record<string, Members>>;
  /** How far operations were opened here; null where only the policy is asked, as of a file that nobody lives with yet. */
  readonly rollout: Rollout | null;
  readonly now: Instant;
  /** When it was asked for; left out: now. */
  readonly askedAt?: Instant;
}
