/** The permission to answer an act in its channel: five times within 30 minutes (Slack API docs, "Handling user interaction"). */
export interface ResponseUrl {
  readonly token: string;
  readonly userId: string;
  readonly channelId: string;
  /** The message the act happened on, which an answer may replace or delete. */
  readonly messageTs: string | null;
  readonly mintedAtMs: number;
  readonly uses: number;
}
