import type { Decision, RequestRecord } from '#approvals/request.ts';
import type { RequestState } from '#approvals/state.ts';
import type { Entry, EntryBody } from '#audit/entry.ts';
import type { PersonId, RequestId, SlackUserId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import type { Json, JsonObject } from '#domain/json.ts';
import type { IssuedKey, KnownKey, KnownProject, KnownUser } from '#operations/memory.ts';
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
  readonly limit: number;
}

export interface RequestReader {
  find(id: RequestId): Promise<PlannedRequest | null>;
  /** By the last characters, as people type it (`R-7F3K9QXY`). More than one match answers all of them. */
  findByShortId(suffix: string): Promise<readonly PlannedRequest[]>;
  /** Newest first. */
  list(filter: RequestFilter): Promise<readonly PlannedRequest[]>;
  decisions(id: RequestId): Promise<readonly Decision[]>;
  effects(id: RequestId): Promise<readonly Effect[]>;
  countOpen(requester: PersonId): Promise<number>;
  /** Effects that created or touched this id, newest first, at most 20. */
  effectsTouching(resourceId: string): Promise<readonly Effect[]>;
}

export interface RequestWriter extends RequestReader {
  insert(record: PlannedRequest): Promise<void>;
  /**
   * The one conditional UPDATE behind every transition: moves the request only if it still stands in `from` at `revision` and, where
   * `before` is given, its deadline lies after that moment. Answers whether it moved.
   */
  move(
    id: RequestId,
    move: {
      readonly from: RequestState;
      readonly revision: number;
      readonly to: RequestState;
      readonly before?: Instant;
      readonly deadline: Instant | null;
      readonly endedAt?: Instant;
      readonly attempt?: number;
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

export interface AuditReader {
  /** Entries with seq ≥ from, at most `limit`, in order. */
  range(from: number, limit: number): Promise<readonly Entry[]>;
  head(): Promise<{ readonly seq: number; readonly hash: string } | null>;
  /** First and last seq of a request's entries. */
  spanOf(id: RequestId): Promise<{ readonly first: number; readonly last: number; readonly head: string } | null>;
  entriesOf(id: RequestId): Promise<readonly Entry[]>;
}

export interface AuditWriter extends AuditReader {
  /** Appends one entry in this transaction; the chain's head moves with it. */
  append(entry: {
    readonly at: Instant;
    readonly requestId: RequestId | null;
    readonly body: EntryBody;
    readonly salt: Buffer;
  }): Promise<Entry>;
}

/** What must reach Slack. The message is drawn from the record when it is sent, so a row says only what to draw. */
export interface OutboxItem {
  readonly kind: 'card' | 'requester-dm' | 'story' | 'alert' | 'refusals' | 'notice';
  /** Unsent items with the same key are one: the newest state is drawn once. */
  readonly key: string;
  readonly lane: 'urgent' | 'normal' | 'bulk';
  readonly payload: JsonObject;
  readonly notBefore: Instant;
}

export interface OutboxRow extends OutboxItem {
  readonly id: number;
  readonly attempts: number;
  readonly createdAt: Instant;
}

export interface OutboxReader {
  /** Due rows, urgent first, then oldest. */
  due(now: Instant, limit: number): Promise<readonly OutboxRow[]>;
  depth(): Promise<{ readonly waiting: number; readonly oldest: Instant | null }>;
}

export interface OutboxWriter extends OutboxReader {
  put(item: OutboxItem, now: Instant): Promise<void>;
  sent(id: number, at: Instant): Promise<void>;
  /** Keeps the row and tries again later. */
  retry(id: number, notBefore: Instant, why: string): Promise<void>;
  /** The channel was busy: later, without counting as an attempt. */
  postpone(id: number, notBefore: Instant): Promise<void>;
  /** Gives up; the row is kept with the reason for people to see. */
  bury(id: number, at: Instant, why: string): Promise<void>;
}

/** Where a message that is updated in place stands in Slack. */
export interface MessagePlace {
  readonly channelId: string;
  readonly ts: string;
}

export interface MessageReader {
  place(key: string): Promise<MessagePlace | null>;
}
export interface MessageWriter extends MessageReader {
  remember(key: string, place: MessagePlace, at: Instant): Promise<void>;
}

export interface InboxWriter {
  /** True the first time this key is seen. Slack delivers twice; the second delivery does nothing. */
  claim(key: string, at: Instant): Promise<boolean>;
  /** Forgets what is older than this; answers how many. */
  forget(before: Instant): Promise<number>;
}

export interface LeaseReader {
  byKey(keyId: string): Promise<IssuedKey | null>;
  byAccount(accountId: string): Promise<IssuedKey | null>;
  /** Those not ended, newest first, at most 200. */
  ofOwner(owner: SlackUserId): Promise<readonly IssuedKey[]>;
}
export interface LeaseWriter extends LeaseReader {
  insert(lease: IssuedKey): Promise<void>;
  end(keyId: string, at: Instant): Promise<boolean>;
}

export interface DirectoryReader {
  projects(): Promise<{ readonly asOf: Instant | null; readonly items: readonly KnownProject[] }>;
  users(): Promise<{ readonly asOf: Instant | null; readonly items: readonly KnownUser[] }>;
  keys(projectId: string): Promise<{ readonly asOf: Instant | null; readonly items: readonly KnownKey[] }>;
  /** Every key of every project that was listed so far, at most 5 000. */
  allKeys(): Promise<readonly KnownKey[]>;
}
export interface DirectoryWriter extends DirectoryReader {
  replaceProjects(items: readonly KnownProject[], at: Instant): Promise<void>;
  replaceUsers(items: readonly KnownUser[], at: Instant): Promise<void>;
  replaceKeys(projectId: string, items: readonly KnownKey[], at: Instant): Promise<void>;
}

/** An event of the vendor's audit log, kept for the detections' windows. */
export interface SeenEvent {
  readonly id: string;
  readonly type: string;
  readonly at: Instant;
  readonly actorId: string | null;
  readonly body: JsonObject;
}

export interface StoredFinding {
  readonly id: number;
  readonly detection: string;
  readonly key: string;
  readonly severity: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly at: Instant;
  readonly count: number;
}

export interface WatchReader {
  cursor(name: string): Promise<Json>;
  /** Oldest first, at most 5 000. */
  eventsSince(at: Instant): Promise<readonly SeenEvent[]>;
  finding(id: number): Promise<StoredFinding | null>;
}
export interface WatchWriter extends WatchReader {
  setCursor(name: string, value: Json): Promise<void>;
  /** Keeps only events not seen before and answers these. */
  keepNew(events: readonly SeenEvent[]): Promise<readonly SeenEvent[]>;
  forgetEvents(before: Instant): Promise<number>;
  /**
   * A finding with the same detection and key inside `quietMs` counts up instead of opening anew; answers the id and whether it is new.
   */
  raise(
    finding: Omit<StoredFinding, 'id' | 'count'>,
    quietMs: number,
  ): Promise<{ readonly id: number; readonly isNew: boolean }>;
}

/** Background reads: one row each, hashed into one audit entry a run. */
export interface CallLogLine {
  readonly run: string;
  readonly at: Instant;
  readonly cause: string;
  readonly method: string;
  readonly path: string;
  readonly status: number | null;
  readonly vendorRequestId: string | null;
  readonly durationMs: number;
}
export interface CallLogWriter {
  add(line: CallLogLine): Promise<void>;
  ofRun(run: string): Promise<readonly CallLogLine[]>;
  forget(before: Instant): Promise<number>;
}

export interface MetaReader {
  get(name: string): Promise<string | null>;
}
export interface MetaWriter extends MetaReader {
  set(name: string, value: string): Promise<void>;
}

/** Everything that can be read, at any time. */
export interface Reading {
  readonly requests: RequestReader;
  readonly audit: AuditReader;
  readonly outbox: OutboxReader;
  readonly messages: MessageReader;
  readonly leases: LeaseReader;
  readonly directory: DirectoryReader;
  readonly watch: WatchReader;
  readonly meta: MetaReader;
}

/** Writers exist only inside a transaction. */
export interface Writing {
  readonly requests: RequestWriter;
  readonly audit: AuditWriter;
  readonly outbox: OutboxWriter;
  readonly messages: MessageWriter;
  readonly inbox: InboxWriter;
  readonly leases: LeaseWriter;
  readonly directory: DirectoryWriter;
  readonly watch: WatchWriter;
  readonly callLog: CallLogWriter;
  readonly meta: MetaWriter;
}

export interface Store {
  readonly read: Reading;
  /** All or nothing. The work must use `tx` only; a second transaction inside it is a bug. */
  transact<T>(work: (tx: Writing) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
