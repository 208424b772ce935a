import type { Channel } from '../state/channel.ts';
import { isBotIn, openDm } from '../state/channels.ts';
import { ApiError } from './api-error.ts';
import { type ApiCall, needScope } from './method.ts';

/** A channel the bot may know of: public, or one it is in. @throws ApiError channel_not_found */
export function knownChannel(call: ApiCall, id: string): Channel {
  const channel = call.workspace.channels.get(id);
  if (channel === undefined) throw new ApiError('channel_not_found');
  if (channel.kind !== 'public' && !isBotIn(call.workspace, channel)) throw new ApiError('channel_not_found');
  return channel;
}

/** Reading a conversation needs the scope of its kind, e.g. channels:read, groups:read or im:read. */
export function needKindScope(call: ApiCall, channel: Channel, verb: 'read' | 'history'): void {
  needScope(call, `${SCOPE_PREFIX[channel.kind]}:${verb}`);
}

const SCOPE_PREFIX: Readonly<Record<Channel['kind'], string>> = { public: 'channels', private: 'groups', dm: 'im' };

/**
 * Where a message goes: a channel the bot is in, or a person, whose conversation with the bot is opened.
 * @throws ApiError channel_not_found, is_archived, not_in_channel
 */
export function postingTarget(call: ApiCall, id: string): Channel {
  const person = call.workspace.people.get(id);
  if (person !== undefined) {
    if (person.kind === 'deactivated' || person.kind === 'bot') throw new ApiError('channel_not_found');
    return openDm(call.workspace, person).channel;
  }
  const channel = knownChannel(call, id);
  if (channel.archived) throw new ApiError('is_archived');
  const allowed =
    isBotIn(call.workspace, channel) || (channel.kind === 'public' && call.scopes.includes('chat:write.public'));
  if (!allowed) throw new ApiError('not_in_channel');
  return channel;
}
