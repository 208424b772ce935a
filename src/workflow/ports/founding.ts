import type { PersonId, SlackUserId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';

/** Somebody who said that this installation is the one they know of. */
export interface Founder {
  readonly person: PersonId;
  readonly slackId: SlackUserId;
  readonly name: string;
  readonly at: Instant;
}

export interface FoundingReader {
  /** Who confirmed exactly this, oldest first. */
  founders(subject: string): Promise<readonly Founder[]>;
}

export interface FoundingWriter extends FoundingReader {
  /** False where this person has confirmed it before. */
  confirm(subject: string, founder: Founder): Promise<boolean>;
}
