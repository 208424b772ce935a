import { describeChannel } from '../../describe/channel.ts';
import type { JsonRecord } from '../../record.ts';
import type { Channel } from '../../state/channel.ts';
import { changeChannel, isBotIn, openDm, partnerOf } from '../../state/channels.ts';
import { ApiError } from '../api-error.ts';
import { knownChannel, needKindScope } from '../find-channel.ts';
import { type ApiCall, method, needScope } from '../method.ts';
import { nextCursor, pageOf } from '../page.ts';

/** Channels and who is in them. */
export const conversations = [
  method('conversations.open', { run: open }),
  method('conversations.info', { run: info }),
  method('conversations.list', { rate: 'tier2', run: list }),
  method('conversations.members', { rate: 'tier4', run: members }),
  method('conversations.join', { scopes: ['channels:join'], run: join }),
];

function open(call: ApiCall): JsonRecord {
  const ids = (call.args.text('users') ?? '').split(',').filter((id) => id !== '');
  // A conversation of several people is another kind, with a scope of its own.
  needScope(call, ids.length > 1 ? 'mpim:write' : 'im:write');
  const { channel, alreadyOpen } =
    ids.length === 0 ? reopened(call) : openDm(call.workspace, openablePerson(call, ids));
  const described = call.args.flag('return_im') ? describeChannel(call.workspace, channel) : { id: channel.id };
  return { channel: described, ...(alreadyOpen ? { no_op: true, already_open: true } : {}) };
}

function reopened(call: ApiCall): ReturnType<typeof openDm> {
  const channel = knownChannel(call, call.args.needText('channel'));
  const partner = channel.kind === 'dm' ? partnerOf(call.workspace, channel) : null;
  if (partner === null) throw new ApiError('method_not_supported_for_channel_type');
  return openDm(call.workspace, partner);
}

function openablePerson(call: ApiCall, ids: readonly string[]) {
  if (ids.length > 1) throw new ApiError('not_enough_users');
  const person = call.workspace.people.get(ids[0] ?? '');
  if (person === undefined) throw new ApiError('user_not_found');
  if (person.kind === 'bot') throw new ApiError('cannot_dm_bot');
  if (person.kind === 'deactivated') throw new ApiError('user_disabled');
  return person;
}

function info(call: ApiCall): JsonRecord {
  const channel = knownChannel(call, call.args.needText('channel'));
  needKindScope(call, channel, 'read');
  const count = call.args.flag('include_num_members') ? { num_members: activeMembers(call, channel).length } : {};
  return { channel: { ...describeChannel(call.workspace, channel), ...count } };
}

const KIND_OF_TYPE: Readonly<Record<string, Channel['kind'] | 'mpim'>> = {
  public_channel: 'public',
  private_channel: 'private',
  im: 'dm',
  mpim: 'mpim',
};
const SCOPE_OF_TYPE: Readonly<Record<string, string>> = {
  public_channel: 'channels:read',
  private_channel: 'groups:read',
  im: 'im:read',
  mpim: 'mpim:read',
};

function list(call: ApiCall): JsonRecord {
  const types = (call.args.text('types') ?? 'public_channel').split(',').map((type) => type.trim());
  if (types.some((type) => KIND_OF_TYPE[type] === undefined)) throw new ApiError('invalid_types');
  for (const type of types) needScope(call, SCOPE_OF_TYPE[type] ?? '');
  const kinds = new Set(types.map((type) => KIND_OF_TYPE[type]));
  const withoutArchived = call.args.flag('exclude_archived');
  const all = [...call.workspace.channels.values()].filter(
    (channel) =>
      kinds.has(channel.kind) &&
      (channel.kind === 'public' || isBotIn(call.workspace, channel)) &&
      !(withoutArchived && channel.archived),
  );
  const page = pageOf(call.args, all, { normal: 100, max: 999 });
  return {
    channels: page.entries.map((channel) => describeChannel(call.workspace, channel)),
    ...nextCursor(page.next),
  };
}

/** A deactivated account is in no channel any more, whatever the seed says of it. */
function activeMembers(call: ApiCall, channel: Channel): readonly string[] {
  return [...channel.members].filter((id) => call.workspace.people.get(id)?.kind !== 'deactivated');
}

function members(call: ApiCall): JsonRecord {
  const channel = knownChannel(call, call.args.needText('channel'));
  needKindScope(call, channel, 'read');
  const page = pageOf(call.args, activeMembers(call, channel), { normal: 100, max: 1000 });
  return { members: page.entries, ...nextCursor(page.next) };
}

function join(call: ApiCall): JsonRecord {
  const channel = knownChannel(call, call.args.needText('channel'));
  if (channel.kind !== 'public') throw new ApiError('method_not_supported_for_channel_type');
  if (channel.archived) throw new ApiError('is_archived');
  const already = isBotIn(call.workspace, channel);
  const joined = already
    ? channel
    : changeChannel(call.workspace, channel, { members: new Set([...channel.members, call.workspace.app.botUserId]) });
  return { channel: describeChannel(call.workspace, joined), ...(already ? { warning: 'already_in_channel' } : {}) };
}
