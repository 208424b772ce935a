import type { SlackUserId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import type { StandingCode } from './people.ts';

/** What Slack last said about an account: never that it could not be asked. */
export interface LastWord {
  readonly word: 'member' | Exclude<StandingCode, 'slack-unreachable'>;
  readonly at: Instant;
}

export interface StandingReader {
  /** Null where Slack was never asked. */
  last(slackId: SlackUserId): Promise<LastWord | null>;
}

export interface StandingWriter extends StandingReader {
  /** Takes the place of what Slack said before. */
  keep(slackId: SlackUserId, said: LastWord): Promise<void>;
}
