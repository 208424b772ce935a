import type { OperationId, PersonId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import type { Json, JsonObject } from '#domain/json.ts';
import type { Tier } from '#domain/tier.ts';
import type { Act } from './act.ts';
import type { CallTemplate } from './template.ts';

/** One thing that will be different afterwards. `before: null` is "did not exist", `after: null` is "will not exist". */
export interface Change {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Something an approver wants to know that does not decide: shown with its time, never compared again. */
export interface PlanFact {
  readonly label: string;
  readonly value: string;
  readonly at: Instant;
}

/** Values that an item must have, by dotted path (`owner.service_account.id`); slots are filled before they are compared. */
export type Where = JsonObject;

/**
 * How it is found out, by reading, whether a step happened. Data rather than code, so that it stands under the digest too.
 * `listed`: one item of a list has these values; `unlisted`: no item has them any more; `equals`: the object read has them; `gone`:
 * the read answers "not found".
 */
export type Proof =
  | { readonly by: 'listed' | 'unlisted' | 'equals'; readonly read: CallTemplate; readonly where: Where }
  | { readonly by: 'gone'; readonly read: CallTemplate };

export interface Step {
  /** Unique within the plan; other steps refer to its answer by this id. */
  readonly id: string;
  /** What the step does, as a sentence without a subject: "Create service account search-dev-…". */
  readonly title: string;
  readonly effect: 'create' | 'delete' | 'set';
  readonly call: CallTemplate;
  /** Where the answer holds a secret; cut out before anything else sees the answer. */
  readonly secretAt: readonly string[] | null;
  readonly proof: Proof;
}

export interface Inverse {
  readonly verdict: 'exact' | 'recreate' | 'partial' | 'none';
  /** Follows "If this is wrong: " on the card. */
  readonly sentence: string;
  readonly operation: OperationId | null;
  /** May hold slots for what only the carrying out tells, such as the id of something new. */
  readonly input: JsonObject | null;
}

/** What a key or role that was handed out stands for, until when. */
export interface LeaseTerms {
  readonly purpose: string;
  readonly endsAt: Instant;
}

/** What a person approves and what is then sent, as one value. Canonical JSON of it is part of the request's digest. */
export interface Plan {
  readonly version: 1;
  readonly operation: OperationId;
  readonly tier: Tier;
  /** Verb and object, for headings: "Issue an API key in search-dev". */
  readonly title: string;
  /** Object and terms, for one line: "search-dev, 30 days". */
  readonly gist: string;
  /** What is acted on: `kind` is the noun people use for it. */
  readonly target: { readonly kind: string; readonly id: string; readonly name: string };
  readonly project: { readonly id: string; readonly name: string } | null;
  /** The vendor's user this is done to or for, who never counts as an approver. */
  readonly beneficiaryEmail: string | null;
  /** People whom it is about so closely that their approval never counts; left out of plans made before 2026-11-29. */
  readonly barred?: readonly PersonId[];
  readonly changes: readonly Change[];
  /** Who or what holds the target now ("Erin Vale · 2 keys · last used 4 minutes ago"). */
  readonly holds: string;
  readonly facts: readonly PlanFact[];
  readonly warnings: readonly string[];
  /** Projections of what was read that must still be equal when the plan is carried out. */
  readonly guards: JsonObject;
  /** The whole of what was there before, kept for undoing and for the change-log. */
  readonly before: JsonObject;
  readonly steps: readonly Step[];
  /** What the house itself does instead of sending anything; a plan has steps or an act. */
  readonly act: Act | null;
  /** `collect`: nothing is sent until the requester presses, because a step's answer holds a secret. */
  readonly delivery: 'none' | 'collect';
  /** Sent, in order, when a secret was made but could not be handed over. */
  readonly compensations: readonly Step[];
  /** What the secret is called and where it works, for the one who collects it; null when there is none. */
  readonly handover: { readonly name: string; readonly where: string } | null;
  /** Sent at the lease's end. */
  readonly endings: readonly Step[];
  /** How often the steps may be started anew under the same approval; 1 means never again. */
  readonly attempts: number;
  readonly lease: LeaseTerms | null;
  readonly inverse: Inverse;
  /** What carries on where what the first steps made is there and the others did not happen; null where the same wish does. */
  readonly rest: { readonly operation: OperationId; readonly input: JsonObject } | null;
  /** Offered as a new request when the vendor refuses this one. */
  readonly alternative: { readonly label: string; readonly operation: OperationId; readonly input: JsonObject } | null;
  /** What rules may bound: `{ lifetimeMs, scopes }`. */
  readonly bounds: Readonly<Record<string, Json>>;
}
