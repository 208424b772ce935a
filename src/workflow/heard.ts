import type { SlackUserId } from '#domain/ids.ts';

/** What Slack told by itself. Nobody asks for anything by it, and it can only take away. */
export type Heard =
  | { readonly of: 'account'; readonly slackId: SlackUserId; readonly is: 'changed' | 'gone' | 'new' }
  | { readonly of: 'group'; readonly slackGroup: string }
  /** How many connections of this app Slack counts. */
  | { readonly of: 'connections'; readonly count: number }
  /** A channel that people of another company see; `caller` tried something there. */
  | {
      readonly of: 'shared-channel';
      readonly channelId: string;
      readonly caller: { readonly slackId: SlackUserId; readonly via: string } | null;
    };
