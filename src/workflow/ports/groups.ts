import type { SlackUserId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';

/** What we have seen of a Slack user group ourselves, because Slack does not say since when somebody is in it. */
export interface SeenGroup {
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  /** By account: when they were seen to have joined, or null for who was there when the group was seen first. */
  readonly since: ReadonlyMap<SlackUserId, Instant | null>;
}

/** How a group differs from what was seen before. */
export interface GroupNews {
  readonly isFirst: boolean;
  readonly joined: readonly SlackUserId[];
  readonly left: readonly SlackUserId[];
}

export interface GroupReader {
  /** Null for a group (`S…`) that was never seen. */
  seen(id: string): Promise<SeenGroup | null>;
}

export interface GroupWriter extends GroupReader {
  /** Keeps who is in the group now. */
  see(id: string, members: readonly SlackUserId[], at: Instant): Promise<GroupNews>;
  /** Forgets since when this account is in any group: whoever comes back begins anew. */
  forgetMember(slackId: SlackUserId): Promise<void>;
}
