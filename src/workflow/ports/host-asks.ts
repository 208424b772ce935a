import type { Proof } from '#approvals/proof.ts';
import type { FreezeScope } from '#domain/freeze-scope.ts';
import type { OperationId, RequestId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import type { Requester } from '#operations/operation.ts';

/** What somebody at the command line wants, as JSON: it is what their passkey signs. */
export type HostWish =
  | { readonly does: 'freeze'; readonly scope: FreezeScope; readonly why: string }
  | {
      readonly does: 'ask';
      readonly operation: OperationId;
      /** By field, as typed; nothing of it is looked up yet. */
      readonly words: Readonly<Record<string, string>>;
      readonly reason: string;
      /** In words; empty for as soon as it is approved. */
      readonly when: string;
      /** The name of what is in production, typed to confirm it. */
      readonly typedName: string | null;
    };

export type HostPerson = Pick<Requester, 'personId' | 'slackId' | 'name'>;

/** What came of it. */
export interface HostAnswer {
  readonly outcome: 'done' | 'refused';
  readonly sentence: string;
  readonly requestId: RequestId | null;
}

export interface HostAsk {
  readonly id: number;
  readonly person: HostPerson;
  readonly wish: HostWish;
  readonly askedAt: Instant;
  readonly expiresAt: Instant;
  /** Null: nobody has proven yet that they want it. */
  readonly proof: Proof | null;
  readonly isTaken: boolean;
  readonly answer: HostAnswer | null;
}

export interface HostAskReader {
  find(id: number): Promise<HostAsk | null>;
  /** What the page with this ticket is about, while it can still be proven. */
  ofTicket(hash: string, now: Instant): Promise<HostAsk | null>;
  /** Proven, taken by nobody and not over; oldest first. */
  open(now: Instant): Promise<readonly HostAsk[]>;
}

export interface HostAskWriter extends HostAskReader {
  insert(
    fresh: Pick<HostAsk, 'person' | 'wish' | 'askedAt' | 'expiresAt'> & { readonly ticketHash: string | null },
  ): Promise<HostAsk>;
  /** False if it was proven before. */
  prove(id: number, proof: Proof): Promise<boolean>;
  /** False if somebody else was first, or its time is over. */
  take(id: number, at: Instant): Promise<boolean>;
  answer(id: number, answer: HostAnswer): Promise<void>;
  forget(before: Instant): Promise<void>;
}
