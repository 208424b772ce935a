import { isRecord, textAt } from '../record.ts';
import type { SeatChannel, SeatFile, SeatMessage, SeatPerson, SeatView } from '../seat.ts';
import type { Channel } from '../state/channel.ts';
import { partnerOf } from '../state/channels.ts';
import type { Message } from '../state/message.ts';
import { repliesTo } from '../state/messages.ts';
import { modalsOf } from '../state/modal-stack.ts';
import type { View } from '../state/view.ts';
import type { Person, Workspace } from '../state/workspace.ts';
import { canSee } from './find-site.ts';

/** What a page shows of a channel at once. */
const MAX_SHOWN = 200;

export function seePeople(workspace: Workspace): readonly SeatPerson[] {
  return [...workspace.people.values()].map(({ id, name, realName, title, email, kind }) => ({
    id,
    name,
    realName,
    title,
    email,
    kind,
  }));
}

/** Own channels and conversations; members of the workspace also find the public channels they are not in. */
export function seeChannels(workspace: Workspace, userId: string): readonly SeatChannel[] {
  const person = workspace.people.get(userId);
  if (person === undefined) return [];
  const browses = person.kind === 'member' || person.kind === 'bot';
  const found = [...workspace.channels.values()].filter(
    (channel) => channel.members.has(userId) || (browses && channel.kind === 'public'),
  );
  return found.map((channel) => seeChannel(workspace, person, channel));
}

function seeChannel(workspace: Workspace, person: Person, channel: Channel): SeatChannel {
  const isMember = channel.members.has(person.id);
  const partner = channel.kind === 'dm' ? partnerNameFor(workspace, person, channel) : channel.name;
  return {
    id: channel.id,
    name: partner,
    kind: channel.kind,
    isMember,
    unread: isMember ? unreadCount(workspace, person, channel) : 0,
  };
}

function partnerNameFor(workspace: Workspace, person: Person, channel: Channel): string {
  const isBot = person.id === workspace.app.botUserId;
  return isBot ? (partnerOf(workspace, channel)?.realName ?? '') : workspace.app.name;
}

/** Replies do not mark a channel as unread, neither does what one wrote oneself or a hint. */
function unreadCount(workspace: Workspace, person: Person, channel: Channel): number {
  const seen = workspace.lastRead.get(readKey(person.id, channel.id)) ?? '';
  const messages = [...(workspace.messages.get(channel.id)?.values() ?? [])];
  return messages.filter(
    (message) =>
      message.ts > seen && message.userId !== person.id && message.threadTs === null && message.ephemeralTo === null,
  ).length;
}

function readKey(userId: string, channelId: string): string {
  return `${userId} ${channelId}`;
}

/** Looking at a channel is reading it; nobody else sees that, so nothing rings. */
export function seeMessages(
  workspace: Workspace,
  userId: string,
  place: { channelId: string; threadTs?: string },
): readonly SeatMessage[] {
  const person = workspace.people.get(userId);
  const channel = workspace.channels.get(place.channelId);
  if (person === undefined || channel === undefined) return [];
  const visible = [...(workspace.messages.get(channel.id)?.values() ?? [])].filter((message) =>
    canSee(person, channel, message),
  );
  const newest = visible.at(-1);
  if (newest !== undefined) workspace.lastRead.set(readKey(userId, channel.id), newest.ts);
  const shown = visible.filter((message) =>
    place.threadTs === undefined ? message.threadTs === null : message.threadTs === place.threadTs,
  );
  return shown.slice(-MAX_SHOWN).map((message) => seeMessage(workspace, message));
}

function seeMessage(workspace: Workspace, message: Message): SeatMessage {
  const { ts, channelId, userId, text, blocks, threadTs, edited } = message;
  const replyCount = message.threadTs === null ? repliesTo(workspace, message).length : 0;
  const files = message.fileIds.flatMap((id) => seeFile(workspace, id));
  return {
    ts,
    channelId,
    userId,
    text,
    blocks,
    threadTs,
    replyCount,
    edited,
    ephemeral: message.ephemeralTo !== null,
    files,
  };
}

function seeFile(workspace: Workspace, id: string): readonly SeatFile[] {
  const file = workspace.files.get(id);
  if (file === undefined) return [];
  const { name, mimetype, altText, bytes } = file;
  return [{ id, name, mimetype, altText, bytes }];
}

export function seeModal(workspace: Workspace, userId: string): SeatView | null {
  const stack = modalsOf(workspace, userId);
  const top = stack.at(-1);
  return top === undefined ? null : seeView(top, stack.length);
}

export function seeHome(workspace: Workspace, userId: string): SeatView | null {
  const view = workspace.homes.get(userId);
  return view === undefined ? null : seeView(view, 1);
}

function seeView(view: View, depth: number): SeatView {
  const { id, hash, type, callbackId, blocks, errors } = view;
  return {
    id,
    hash,
    type,
    callbackId,
    title: words(view.title) ?? '',
    submit: words(view.submit),
    close: words(view.close),
    blocks,
    depth,
    errors,
  };
}

function words(text: unknown): string | null {
  return isRecord(text) ? textAt(text, 'text') : null;
}
