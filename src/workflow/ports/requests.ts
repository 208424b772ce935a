import type { Question } from '#approvals/question.ts';
import type { Decision, RequestRecord } from '#approvals/request.ts';
import type { RequestState } from '#approvals/state.ts';
import type { Suggestion } from '#approvals/suggestion.ts';
import type { Relation } from '#domain/follows.ts';
import type { PersonId, RequestId, SlackUserId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import type { Json, JsonObject } from '#domain/json.ts';
import type { History } from '#policy/facts.ts';
import type { Plan } from '#operations/plan.ts';

export type PlannedRequest = RequestRecord<Plan>;

/** One call of one attempt: written as `intent` before any byte is sent. */
export interface Effect {
  readonly requestId: RequestId;
  readonly attempt: number;
  /** Position in the attempt, from 1. Steps first, then compensations. */
  readonly position: number;
  readonly stepId: string;
  readonly part: 'step' | 'compensation' | 'ending';
  readonly templateHash: string;
  readonly bindings: JsonObject;
  readonly status: 'intent' | 'applied' | 'not-applied' | 'unknown';
  /** Answer of the vendor with secrets cut out, or the evidence that stands in for it. */
  readonly answer: Json;
  /** Ids of what the call created or touched, for matching the vendor's own audit log. */
  readonly resourceIds: readonly string[];
  readonly startedAt: Instant;
  readonly settledAt: Instant | null;
}

export interface RequestFilter {
  readonly states?: readonly RequestState[];
  readonly requester?: SlackUserId;
  /** Only those whose deadline is at or before this moment. */
  readonly dueBy?: Instant;
  /** Only those that nobody has to press for: approved and held by nothing, or held until at most this moment. */
  readonly readyBy?: Instant;
  readonly limit: number;
}

/** A request that undoes, continues or makes good another one. */
export interface Follower {
  readonly id: RequestId;
  readonly as: Relation;
  readonly state: RequestState;
}

/** What stands beside a request in other tables. */
export interface Beside {
  readonly decisions: readonly Decision[];
  readonly effects: readonly Effect[];
  readonly questions: readonly Question[];
  readonly suggestions: readonly Suggestion[];
  /** The suggestion that became it. */
  readonly took: Suggestion | null;
  readonly followers: readonly Follower[];
}

/** What is looked up of a person's earlier requests. Drafts never count. */
export interface Recollection {
  /** The operation of which it is asked whether it was ever carried out for them. */
  readonly operation: string;
  /** Requests made after this moment are counted, at most 60 of them. */
  readonly since: Instant;
  /** The request that is judged, once there is one: it and whatever was asked for after it are left out. */
  readonly than: { readonly id: RequestId; readonly createdAt: Instant } | null;
}

export interface RequestReader {
  find(id: RequestId): Promise<PlannedRequest | null>;
  /** By the last characters, as people type it (`R-7F3K9QXY`). More than one match answers all of them. */
  findByShortId(suffix: string): Promise<readonly PlannedRequest[]>;
  /** Newest first. */
  list(filter: RequestFilter): Promise<readonly PlannedRequest[]>;
  decisions(id: RequestId): Promise<readonly Decision[]>;
  effects(id: RequestId): Promise<readonly Effect[]>;
  /** The requests that follow this one, drafts left out, oldest first, at most 20. */
  followers(id: RequestId): Promise<readonly Follower[]>;
  /** What stands beside each of these (at most 200), each kind in one statement; every id that was asked for has an entry. */
  beside(ids: readonly RequestId[]): Promise<ReadonlyMap<RequestId, Beside>>;
  /** The decisions alone, likewise. */
  decisionsOf(ids: readonly RequestId[]): Promise<ReadonlyMap<RequestId, readonly Decision[]>>;
  /** What this person decided on, last decision first. */
  decidedBy(person: PersonId, limit: number): Promise<readonly PlannedRequest[]>;
  countOpen(requester: PersonId): Promise<number>;
  /** Open requests of everybody. */
  countAllOpen(): Promise<number>;
  /** Requests that this person sent since then. */
  countSent(requester: PersonId, since: Instant): Promise<number>;
  /** Approvals of this person since then that were not taken back. */
  countApprovals(person: PersonId, since: Instant): Promise<number>;
  /** The newest request for the very same thing that was denied since then. */
  deniedSince(
    ask: { readonly operation: string; readonly input: JsonObject },
    since: Instant,
  ): Promise<PlannedRequest | null>;
  /** What this person asked for before, as far as a rule may ask about it. */
  history(requester: PersonId, about: Recollection): Promise<History>;
  /** Effects that created or touched this id, newest first, at most 20. */
  effectsTouching(resourceId: string): Promise<readonly Effect[]>;
}

export interface RequestWriter extends RequestReader {
  insert(record: PlannedRequest): Promise<void>;
  /**
   * The one conditional UPDATE behind every transition: moves the request only if it still stands in `from` at `revision` and, where
   * `before` is given, its deadline lies after that moment and, where `readyBy` is given, nothing holds it beyond that one. Answers
   * whether it moved. `readyAt` left out stays as it is.
   */
  move(
    id: RequestId,
    move: {
      readonly from: RequestState;
      readonly revision: number;
      readonly to: RequestState;
      readonly before?: Instant;
      readonly readyBy?: Instant;
      readonly deadline: Instant | null;
      readonly readyAt?: Instant | null;
      readonly endedAt?: Instant;
      readonly attempt?: number;
      readonly pausedMs?: number;
      readonly outcome?: string;
    },
  ): Promise<boolean>;
  /** Answers false if this person has already decided on this request. */
  insertDecision(decision: Decision): Promise<boolean>;
  /** Removes the decision of a person who no longer qualifies, when the request goes back to pending. */
  dropDecision(id: RequestId, person: PersonId): Promise<void>;
  insertEffect(effect: Effect): Promise<void>;
  /** Settles an effect that still is an intent (or unknown); answers false if it was settled already. */
  settleEffect(
    key: Pick<Effect, 'requestId' | 'attempt' | 'position'>,
    result: Pick<Effect, 'answer' | 'resourceIds' | 'settledAt'> & {
      readonly status: 'applied' | 'not-applied' | 'unknown';
    },
  ): Promise<boolean>;
}
