import { setBounded } from '../bounded-map.ts';
import type { Channel } from './channel.ts';
import type { Message, MessageDraft } from './message.ts';
import type { Workspace } from './workspace.ts';

/** Far beyond what a page shows (200); a week of a demo stays in memory without growing for ever. */
const MAX_MESSAGES_PER_CHANNEL = 5000;

export function postMessage(workspace: Workspace, draft: MessageDraft): Message {
  const message: Message = {
    blocks: [],
    attachments: [],
    threadTs: null,
    edited: false,
    ephemeralTo: null,
    fileIds: [],
    metadata: null,
    ...draft,
    ts: workspace.mint.ts(),
  };
  const channel = workspace.messages.get(draft.channelId) ?? new Map<string, Message>();
  workspace.messages.set(draft.channelId, channel);
  setBounded(channel, { key: message.ts, value: message, max: MAX_MESSAGES_PER_CHANNEL });
  workspace.bell.ring();
  return message;
}

export function changeMessage(workspace: Workspace, message: Message, change: Partial<Message>): Message {
  const changed = { ...message, ...change };
  workspace.messages.get(message.channelId)?.set(message.ts, changed);
  workspace.bell.ring();
  return changed;
}

export function deleteMessage(workspace: Workspace, message: Message): void {
  workspace.messages.get(message.channelId)?.delete(message.ts);
  workspace.bell.ring();
}

export function findMessage(workspace: Workspace, channelId: string, ts: string): Message | null {
  return workspace.messages.get(channelId)?.get(ts) ?? null;
}

/** The messages that everybody in the channel sees, oldest first. */
export function sharedMessages(workspace: Workspace, channel: Channel): readonly Message[] {
  return [...(workspace.messages.get(channel.id)?.values() ?? [])].filter((message) => message.ephemeralTo === null);
}

export function repliesTo(workspace: Workspace, message: Message): readonly Message[] {
  return [...(workspace.messages.get(message.channelId)?.values() ?? [])].filter(
    (reply) => reply.threadTs === message.ts && reply.ephemeralTo === null,
  );
}
