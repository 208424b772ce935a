import { describeMessage } from '../../describe/message.ts';
import type { JsonRecord } from '../../record.ts';
import type { Channel } from '../../state/channel.ts';
import { isBotIn } from '../../state/channels.ts';
import type { Message } from '../../state/message.ts';
import { findMessage, repliesTo, sharedMessages } from '../../state/messages.ts';
import { ApiError } from '../api-error.ts';
import type { Arguments } from '../arguments.ts';
import { knownChannel, needKindScope } from '../find-channel.ts';
import { type ApiCall, method } from '../method.ts';
import { nextCursor, pageOf } from '../page.ts';

/** Reading back what was said: needs the history scope of the channel's kind. */
export const history = [
  method('conversations.history', { run: channelHistory }),
  method('conversations.replies', { run: threadReplies }),
];

function readable(call: ApiCall): Channel {
  const channel = knownChannel(call, call.args.needText('channel'));
  needKindScope(call, channel, 'history');
  if (!isBotIn(call.workspace, channel)) throw new ApiError('not_in_channel');
  return channel;
}

/** Newest first, without replies. */
function channelHistory(call: ApiCall): JsonRecord {
  const channel = readable(call);
  const top = sharedMessages(call.workspace, channel).filter((message) => message.threadTs === null);
  return answer(call, within(call.args, top).toReversed());
}

/** The parent, then its replies, oldest first. */
function threadReplies(call: ApiCall): JsonRecord {
  const channel = readable(call);
  const named = findMessage(call.workspace, channel.id, call.args.needText('ts'));
  const parent =
    named === null || named.threadTs === null ? named : findMessage(call.workspace, channel.id, named.threadTs);
  if (parent === null || parent.ephemeralTo !== null) throw new ApiError('thread_not_found');
  return answer(call, [parent, ...within(call.args, repliesTo(call.workspace, parent))]);
}

function answer(call: ApiCall, messages: readonly Message[]): JsonRecord {
  const page = pageOf(call.args, messages, { normal: 100, max: 999 });
  return {
    messages: page.entries.map((message) => describeMessage(call.workspace, message)),
    has_more: page.next !== '',
    ...(page.next === '' ? {} : nextCursor(page.next)),
  };
}

function within(args: Arguments, messages: readonly Message[]): readonly Message[] {
  const [oldest, latest, inclusive] = [args.text('oldest') ?? '0', args.text('latest'), args.flag('inclusive')];
  return messages.filter(({ ts }) => {
    const afterOldest = inclusive ? Number(ts) >= Number(oldest) : Number(ts) > Number(oldest);
    const beforeLatest = latest === null || (inclusive ? Number(ts) <= Number(latest) : Number(ts) < Number(latest));
    return afterOldest && beforeLatest;
  });
}
