import type { Binding } from '#domain/bound-person.ts';
import type { FreezeScope } from '#domain/freeze-scope.ts';
import type { PersonId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import type { JsonObject } from '#domain/json.ts';

/**
 * What the house does itself when a plan is carried out: nothing is sent to OpenAI, and the act is committed in the transaction that
 * ends its request. Data like a step, so that it stands under the digest that people approve.
 */
export type Act =
  | { readonly kind: 'thaw'; readonly freezeId: number }
  | { readonly kind: 'close-debt'; readonly debtId: number }
  /** At the desk, where also a freeze stands under a digest; in Slack it is a stop, which needs no plan. */
  | { readonly kind: 'freeze'; readonly scope: FreezeScope }
  | { readonly kind: 'enrol'; readonly person: PersonId; readonly name: string; readonly coolingMs: number }
  | { readonly kind: 'reset-step-up'; readonly person: PersonId; readonly name: string }
  /** `from` is the digest of the policy in force; `version` names an earlier policy, null is the file. */
  | { readonly kind: 'adopt-policy'; readonly digest: string; readonly from: string; readonly version: string | null }
  /** `rule` is the policy's rule to the last word; what it means is the policy room's business. */
  | {
      readonly kind: 'begin-order';
      readonly rule: JsonObject;
      readonly total: number;
      readonly perPerson: number;
      readonly perPersonWithinMs?: number;
      readonly atMost?: { readonly count: number; readonly withinMs: number };
      readonly until: Instant;
    }
  /** `gone` are bound no longer; left out of plans that could only bind. */
  | { readonly kind: 'bind-people'; readonly bindings: readonly Binding[]; readonly gone?: readonly PersonId[] }
  /** `over` are the words in force that speak of the same; another one since then means that people approved something else. */
  | ({ readonly kind: 'open-rollout'; readonly over: readonly number[] } & RolloutWish);

/** How far operations are to go, and for whom: `group: null` is everyone. */
export interface RolloutWish {
  readonly selector: string;
  readonly group: string | null;
  readonly mode: 'off' | 'plan-only' | 'on';
}

/** What takes effect at once, because it can only stop things. */
export type Stop =
  | { readonly kind: 'end-order'; readonly orderId: number }
  | { readonly kind: 'freeze'; readonly scope: FreezeScope }
  | ({ readonly kind: 'hold-rollout' } & RolloutWish);
