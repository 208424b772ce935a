import { scrub } from '#domain/raw-key.ts';
import type { DrawnMessage } from '../blocks/drawn-message.ts';
import { sendProblems } from '../blocks/limits.ts';
import type { CallSlack, SlackAnswer } from './call-slack.ts';

/** Where a message goes: a channel, a person (`U…`, Slack opens the DM), and perhaps a thread there. */
export interface Destination {
  readonly channel: string;
  readonly threadTs?: string;
}

/** Ids that say what a message is about, for machines. Every member of the channel can read them. */
export type About = Readonly<Record<string, string>>;

export interface Mouth {
  post(to: Destination, message: DrawnMessage, about: About): Promise<SlackAnswer>;
  /** For one person's eyes in a channel they are in. Gone on reload. */
  whisper(to: Destination, user: string, message: DrawnMessage): Promise<SlackAnswer>;
  update(
    at: { readonly channel: string; readonly ts: string },
    message: DrawnMessage,
    about: About,
  ): Promise<SlackAnswer>;
}

/** Posts and updates messages that stay. Nothing leaves that Slack would refuse, and nothing that holds a key. */
export function createMouth(call: CallSlack): Mouth {
  const say = async (
    method: 'chat.postMessage' | 'chat.postEphemeral' | 'chat.update',
    message: DrawnMessage,
    more: Readonly<Record<string, unknown>>,
  ): Promise<SlackAnswer> => {
    const problems = sendProblems('message', message);
    if (problems.length > 0)
      return { ok: false, error: scrub(`not_sendable: ${problems.join(', ')}`).slice(0, 200), retryAfterMs: 0 };
    // Blocks are always sent with text: an update with text alone would remove them.
    return call(method, { text: message.text, blocks: message.blocks, ...more });
  };
  const place = (to: Destination) => ({
    channel: to.channel,
    ...(to.threadTs === undefined ? {} : { thread_ts: to.threadTs }),
  });
  const metadata = (about: About) => ({ event_type: 'countersign', event_payload: about });
  return {
    post: (to, message, about) =>
      say('chat.postMessage', message, {
        ...place(to),
        metadata: metadata(about),
        unfurl_links: false,
        unfurl_media: false,
      }),
    whisper: (to, user, message) => say('chat.postEphemeral', message, { ...place(to), user }),
    update: (at, message, about) =>
      say('chat.update', message, { channel: at.channel, ts: at.ts, metadata: metadata(about) }),
  };
}
