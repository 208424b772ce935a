import type { Follows } from '#domain/follows.ts';
import type { PersonId, RequestId, SlackUserId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import type { JsonObject } from '#domain/json.ts';
import type { Later } from '#policy/later.ts';
import type { Safeguards, StepUp } from '#policy/safeguards.ts';
import type { Manner } from '#policy/policy.ts';
import type { ConfidentialTerms } from './confidential-terms.ts';
import type { RequestState } from './state.ts';
import type { Warrant } from './warrant.ts';

/** What is asked of the approvers, as it stood when the request was made. Part of the digest. */
export interface AskedRequirement {
  readonly count: number;
  readonly from: readonly string[];
  /** Which groups may take one of these seats as well, and from when; absent where none ever may. */
  readonly later?: readonly Later[];
}

/**
 * The part of a request that never changes after it was sent: what its digest is taken over. `P` is the plan; this room does not
 * look inside.
 */
export interface RequestTerms<P> {
  readonly id: RequestId;
  /** Ties the request to this installation and organization. */
  readonly deployment: string;
  readonly organization: string;
  readonly input: JsonObject;
  readonly reason: string;
  readonly requester: { readonly slackId: SlackUserId; readonly personId: PersonId; readonly name: string };
  readonly beneficiary: PersonId | null;
  /** People who never count, because it is about them; absent where none was thought of. */
  readonly barred?: readonly PersonId[];
  /** The earlier request that this one undoes, continues or makes good; null for one that stands alone. */
  readonly follows: Follows | null;
  readonly plan: P;
  readonly rule: string;
  readonly policyDigest: string;
  readonly mode: 'plan-only' | 'on';
  /** Why it is planned only, in words that follow “because”; left out where it is on, and in older requests. */
  readonly held?: string;
  readonly requirements: readonly AskedRequirement[];
  /** How these have to be given, and which groups hear of it without being counted. Absent in requests from before it could be asked. */
  readonly manner?: Manner;
  /** Absent in requests from before there were any; read it through `safeguardsAsked`. */
  readonly safeguards?: Safeguards;
  /** On whose word it is carried out; absent in requests from before there was a choice. Read it through `warrantOf`. */
  readonly warrant?: Warrant;
  /** Approvals count only before this moment; once a question was asked, so much later as its answer took. */
  readonly decideBy: Instant;
  /** For how long, in all, the clock of deciding may stand still while a question waits. Left out by older requests: not at all. */
  readonly pauseMs?: number;
  /** Nothing is sent before this moment, whenever it is approved. Left out: as soon as it is approved. */
  readonly notBefore?: Instant;
  /** Who alone knows of it until when; left out: everybody may. */
  readonly confidential?: ConfidentialTerms;
  /** 128 random bits in hex: two requests that ask the same thing have different digests. */
  readonly nonce: string;
}

export interface RequestRecord<P> {
  readonly terms: RequestTerms<P>;
  /** SHA-256 in hex over the terms. */
  readonly digest: string;
  readonly state: RequestState;
  /** Counts transitions; every move names the revision it saw. */
  readonly revision: number;
  /** How much later than `terms.decideBy` approvals still count, because a question waited; at most `terms.pauseMs`. */
  readonly pausedMs: number;
  /** Starts of execution so far. */
  readonly attempt: number;
  readonly createdAt: Instant;
  /** When the present state ends by itself, if it does. */
  readonly deadline: Instant | null;
  /** Nothing is sent before this moment: a veto window, an hour that was asked for, an approval that can still be taken back. */
  readonly readyAt: Instant | null;
  readonly endedAt: Instant | null;
  /** One sentence about how it ended or where it stands; never a secret. */
  readonly outcome: string;
}

export interface Decision {
  readonly requestId: RequestId;
  readonly kind: 'approve' | 'deny';
  readonly person: PersonId;
  readonly slackId: SlackUserId;
  readonly name: string;
  readonly comment: string;
  /** The digest this person saw; a decision counts only for the request with that digest. */
  readonly digest: string;
  /** How this person proved their presence outside Slack. */
  readonly proof: StepUp;
  readonly at: Instant;
}
