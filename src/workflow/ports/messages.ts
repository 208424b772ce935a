import type { Instant } from '#domain/instant.ts';

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
