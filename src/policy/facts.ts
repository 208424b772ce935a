import type { OperationId, PersonId, SlackUserId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import type { Json } from '#domain/json.ts';
import type { Tier } from '#domain/tier.ts';

/**
 * Members of a group as it stands now. A Slack user group that could not be read is `known: false`: it then holds nobody, and no
 * rule can be met through it.
 */
export type Members =
  | { readonly known: true; readonly slackIds: readonly SlackUserId[] }
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
  /** Person who gains or loses by the change and therefore never counts, if the policy knows one. */
  readonly beneficiary: PersonId | null;
  /** People whom the plan itself keeps from counting. */
  readonly barred?: readonly PersonId[];
  /** `{ lifetimeMs, scopes }` of the plan. */
  readonly bounds: Readonly<Record<string, Json>>;
  /** By group name of the policy; every group that the policy names must be here. */
  readonly members: Readonly<Record<string, Members>>;
  readonly now: Instant;
}
