import type { JsonRecord } from '../record.ts';
import type { Message } from '../state/message.ts';
import { changeMessage, deleteMessage, findMessage, postMessage } from '../state/messages.ts';
import type { Workspace } from '../state/workspace.ts';
import { ApiError } from '../web/api-error.ts';
import { readArguments } from '../web/arguments.ts';
import { needSomething, posted, readContent } from '../web/message-content.ts';

/** The act that is answered. */
export interface Origin {
  readonly userId: string;
  readonly channelId: string;
  /** The message the act happened on, which the answer may replace or delete. */
  readonly messageTs: string | null;
}

/** `message` is what now stands in the channel because of the answer. */
export type Answered =
  | { readonly ok: true; readonly message: Message | null }
  | { readonly ok: false; readonly error: string };

/**
 * Carries out a message answer: the acknowledgement of a slash command, or a post to a response_url. Seen only by the
 * person who acted unless it says `in_channel` (Slack API docs, "Handling user interaction").
 */
export function answerMessage(workspace: Workspace, origin: Origin, body: JsonRecord): Answered {
  const source = origin.messageTs === null ? null : findMessage(workspace, origin.channelId, origin.messageTs);
  if (body['delete_original'] === true) {
    if (source === null) return { ok: false, error: 'message_not_found' };
    deleteMessage(workspace, source);
    return { ok: true, message: null };
  }
  try {
    const args = readArguments(body);
    const content = readContent(workspace, args);
    needSomething(content);
    if (body['replace_original'] === true) {
      if (source === null) return { ok: false, error: 'message_not_found' };
      return { ok: true, message: changeMessage(workspace, source, posted(content)) };
    }
    const inChannel = body['response_type'] === 'in_channel';
    const draft = {
      ...posted(content),
      channelId: origin.channelId,
      userId: workspace.app.botUserId,
      threadTs: args.text('thread_ts'),
    };
    return { ok: true, message: postMessage(workspace, { ...draft, ephemeralTo: inChannel ? null : origin.userId }) };
  } catch (error) {
    if (error instanceof ApiError) return { ok: false, error: error.code };
    throw error;
  }
}
