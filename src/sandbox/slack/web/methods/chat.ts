import { describeMessage } from '../../describe/message.ts';
import type { JsonRecord } from '../../record.ts';
import { dmIdOf } from '../../state/channel.ts';
import type { Message } from '../../state/message.ts';
import { changeMessage, deleteMessage, findMessage, postMessage } from '../../state/messages.ts';
import { ApiError } from '../api-error.ts';
import type { Arguments } from '../arguments.ts';
import { knownChannel, postingTarget } from '../find-channel.ts';
import { needSomething, posted, readContent, textOf } from '../message-content.ts';
import { type ApiCall, method } from '../method.ts';

/** chat.update refuses a longer text instead of cutting it (Slack API docs, chat.update). */
const MAX_UPDATED_TEXT = 4000;

/** Posting, changing and taking back messages. */
export const chat = [
  method('chat.postMessage', { scopes: ['chat:write'], rate: 'perChannel', rateKey: channelOf, run: post }),
  method('chat.postEphemeral', { scopes: ['chat:write'], rate: 'tier4', run: postEphemeral }),
  method('chat.update', { scopes: ['chat:write'], run: update }),
  method('chat.delete', { scopes: ['chat:write'], run: remove }),
  method('chat.getPermalink', { rate: 'special', run: permalink }),
];

/** A person's id and the conversation with this person are one channel to the limit. */
function channelOf(args: Arguments): string {
  const channel = args.text('channel') ?? '';
  return channel.startsWith('U') || channel.startsWith('W') ? dmIdOf(channel) : channel;
}

function post(call: ApiCall): JsonRecord {
  const channel = postingTarget(call, call.args.needText('channel'));
  const content = readContent(call.workspace, call.args);
  needSomething(content);
  const message = postMessage(call.workspace, {
    channelId: channel.id,
    userId: call.workspace.app.botUserId,
    threadTs: threadOf(call, channel.id),
    ...posted(content),
  });
  const warning = content.truncated
    ? { warning: 'message_truncated', response_metadata: { warnings: ['message_truncated'] } }
    : {};
  return { channel: channel.id, ts: message.ts, message: describeMessage(call.workspace, message), ...warning };
}

/** A reply joins the thread of the message it names, also when that is a reply itself. */
function threadOf(call: ApiCall, channelId: string): string | null {
  const ts = call.args.text('thread_ts');
  if (ts === null) return null;
  const parent = findMessage(call.workspace, channelId, ts);
  if (parent === null) throw new ApiError('thread_not_found');
  return parent.threadTs ?? parent.ts;
}

function postEphemeral(call: ApiCall): JsonRecord {
  const channel = postingTarget(call, call.args.needText('channel'));
  const userId = call.args.needText('user');
  if (!channel.members.has(userId)) throw new ApiError('user_not_in_channel');
  const content = readContent(call.workspace, call.args);
  needSomething(content);
  const message = postMessage(call.workspace, {
    channelId: channel.id,
    userId: call.workspace.app.botUserId,
    ephemeralTo: userId,
    threadTs: threadOf(call, channel.id),
    ...posted(content),
  });
  return { message_ts: message.ts };
}

/** The app's own message. @throws ApiError message_not_found, also for private hints; `notOwn` for somebody else's */
function ownMessage(call: ApiCall, notOwn: string): Message {
  const channel = knownChannel(call, call.args.needText('channel'));
  const message = findMessage(call.workspace, channel.id, call.args.needText('ts'));
  if (message === null || message.ephemeralTo !== null) throw new ApiError('message_not_found');
  if (message.userId !== call.workspace.app.botUserId) throw new ApiError(notOwn);
  return message;
}

function update(call: ApiCall): JsonRecord {
  const message = ownMessage(call, 'cant_update_message');
  const content = readContent(call.workspace, call.args);
  if ((call.args.text('text') ?? '').length > MAX_UPDATED_TEXT) throw new ApiError('msg_too_long');
  const { text, blocks, attachments, metadata } = content;
  if (text === null && blocks === null && attachments === null && metadata === null) throw new ApiError('no_text');
  const changed = changeMessage(call.workspace, message, {
    text: text ?? (blocks === null ? message.text : textOf(blocks)),
    // A text alone takes the blocks away; saying nothing of either keeps them.
    blocks: blocks ?? (text === null ? message.blocks : []),
    attachments: attachments ?? (text === null && blocks === null ? message.attachments : []),
    metadata: metadata ?? message.metadata,
    edited: message.edited || (text !== null && (blocks === null || blocks.length === 0)),
  });
  return {
    channel: changed.channelId,
    ts: changed.ts,
    text: changed.text,
    message: describeMessage(call.workspace, changed),
  };
}

function remove(call: ApiCall): JsonRecord {
  const message = ownMessage(call, 'cant_delete_message');
  deleteMessage(call.workspace, message);
  return { channel: message.channelId, ts: message.ts };
}

function permalink(call: ApiCall): JsonRecord {
  const channel = knownChannel(call, call.args.needText('channel'));
  const message = findMessage(call.workspace, channel.id, call.args.needText('message_ts'));
  if (message === null || message.ephemeralTo !== null) throw new ApiError('message_not_found');
  const thread = message.threadTs === null ? '' : `?thread_ts=${message.threadTs}&cid=${channel.id}`;
  const path = `archives/${channel.id}/p${message.ts.replace('.', '')}${thread}`;
  return { channel: channel.id, permalink: `https://${call.workspace.team.domain}.slack.com/${path}` };
}
