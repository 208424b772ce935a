import type { PersonId, SlackUserId } from '#domain/ids.ts';

/** Somebody who was asked to decide on a confidential request, and where they are written to. */
export interface Confidant {
  readonly person: PersonId;
  readonly slackId: SlackUserId;
}

/** That a request is confidential, who is trusted with it, and for how long after it ran. Part of the digest. */
export interface ConfidentialTerms {
  readonly named: readonly Confidant[];
  readonly delayMs: number;
}
