import type { PersonId, RequestId, SlackUserId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';

/** A person beside a request: who stepped aside from it, or has looked at it. */
export interface Bystander {
  readonly requestId: RequestId;
  readonly person: PersonId;
  readonly slackId: SlackUserId;
  readonly at: Instant;
}

/** One time that somebody was asked for a decision: on the card, by a reminder, a nudge, or because it moved to their group. */
export interface Mention extends Bystander {
  /** Counts the times for this person and request, from 1. */
  readonly number: number;
  readonly kind: 'asked' | 'reminded' | 'nudged' | 'moved';
}

/** How far the asking for one request has come. */
export interface Round {
  readonly requestId: RequestId;
  readonly askedAt: Instant;
  readonly round: number;
  readonly dueAt: Instant;
  readonly nudgedAt: Instant | null;
  /** When the last group that stands in for others was asked. */
  readonly movedAt: Instant | null;
  /** When the next one comes to be asked; null when there is none. */
  readonly movesAt: Instant | null;
}

/** What a requester said later. Beside the request, so that its digest stays what people saw. */
export interface Addition {
  readonly id: number;
  readonly requestId: RequestId;
  readonly slackId: SlackUserId;
  readonly text: string;
  readonly at: Instant;
}

export interface Asking {
  readonly round: Round | null;
  readonly mentions: readonly Mention[];
  readonly aside: readonly PersonId[];
  readonly looked: readonly PersonId[];
  readonly additions: readonly Addition[];
}

export interface DeskReader {
  /** Who stepped aside; every id that was asked for has an entry. At most 200 ids. */
  aside(ids: readonly RequestId[]): Promise<ReadonlyMap<RequestId, readonly PersonId[]>>;
  /** Everything about the asking for these, each kind in one statement; likewise. */
  asking(ids: readonly RequestId[]): Promise<ReadonlyMap<RequestId, Asking>>;
  /** Pending requests whose next round is due or that move to another group, or that never had a round; the longest due first. */
  due(now: Instant, limit: number): Promise<readonly RequestId[]>;
  /** Requests that no longer wait for people and whose asking was not closed. */
  toClose(limit: number): Promise<readonly RequestId[]>;
  /** How often each of these was asked since; whoever was not is left out. */
  mentionsSince(people: readonly PersonId[], at: Instant): Promise<ReadonlyMap<PersonId, number>>;
  /** How long the last answers under a rule took, newest first. */
  answerTimes(rule: string, limit: number): Promise<readonly number[]>;
}

export interface DeskWriter extends DeskReader {
  /** False if they had stepped aside already. */
  stepAside(who: Bystander): Promise<boolean>;
  /** False if they had not. */
  comeBack(who: Bystander): Promise<boolean>;
  /** The first look counts. */
  look(who: Bystander): Promise<void>;
  /** Begins the asking; false if it had begun. */
  begin(round: Pick<Round, 'requestId' | 'askedAt' | 'dueAt' | 'movesAt'>): Promise<boolean>;
  /** The one conditional update behind a round: only one of two processes that saw the same round carries it out. */
  advance(
    id: RequestId,
    /** `isRound` is false where it was only put off. */
    next: { readonly round: number; readonly isRound: boolean; readonly dueAt: Instant },
  ): Promise<boolean>;
  /** The one conditional update behind asking another group: only one of two processes that saw the same moment says so. */
  move(
    id: RequestId,
    move: { readonly seen: Instant; readonly at: Instant; readonly next: Instant | null },
  ): Promise<boolean>;
  /** Makes the next round due now. */
  hurry(id: RequestId, now: Instant): Promise<void>;
  /** True for one nudge in each span. */
  nudge(id: RequestId, nudge: { readonly at: Instant; readonly notSince: Instant }): Promise<boolean>;
  /** False if this time was told of already. */
  mention(mention: Mention): Promise<boolean>;
  add(addition: Omit<Addition, 'id'>): Promise<void>;
  /** Ends the asking; false if it was ended already. */
  close(id: RequestId, at: Instant): Promise<boolean>;
  answered(answer: {
    readonly requestId: RequestId;
    readonly rule: string;
    readonly tookMs: number;
    readonly at: Instant;
  }): Promise<void>;
  /** True for one digest a person in each span. */
  digest(slackId: SlackUserId, digest: { readonly at: Instant; readonly notSince: Instant }): Promise<boolean>;
}
