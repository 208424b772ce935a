import type { Emulation } from '../emulation.ts';
import type { JsonRecord } from '../record.ts';
import type { SeatOutcome } from '../seat.ts';
import type { Channel } from '../state/channel.ts';
import { isBotIn } from '../state/channels.ts';
import type { Message } from '../state/message.ts';
import { findMessage, postMessage } from '../state/messages.ts';
import type { Person } from '../state/workspace.ts';
import { emitEvent } from '../wire/emit-event.ts';
import { admit, OK, refused } from './admit.ts';
import { escapeTyped } from './escape-typed.ts';

/** Writes an ordinary message. A client shows nothing when the app does not react, so neither does the outcome. */
export async function say(
  emulation: Emulation,
  userId: string,
  place: { channelId: string; text: string; threadTs?: string },
): Promise<SeatOutcome> {
  const admitted = admit(emulation, userId, 'channel');
  if (!admitted.ok) return admitted;
  const { workspace } = emulation;
  const channel = workspace.channels.get(place.channelId);
  if (channel?.members.has(userId) !== true) return refused('not_in_channel');
  if (channel.archived) return refused('is_archived');
  if (place.text.trim() === '') return refused('no_text');
  const parent = place.threadTs === undefined ? null : findMessage(workspace, channel.id, place.threadTs);
  const threadTs = parent === null ? null : (parent.threadTs ?? parent.ts);
  const text = escapeTyped(workspace, place.text, 'message');
  const message = postMessage(workspace, { channelId: channel.id, userId, text, threadTs });
  await tellApp(emulation, { person: admitted.person, channel, message });
  return OK;
}

/** The app hears of a message when it is mentioned in a channel it is in, or spoken to directly. */
async function tellApp(
  emulation: Emulation,
  said: { person: Person; channel: Channel; message: Message },
): Promise<void> {
  const { app } = emulation.workspace;
  const { channel, message } = said;
  if (!isBotIn(emulation.workspace, channel)) return;
  if (channel.kind === 'dm') await emitEvent(emulation, { ...eventOf(said), type: 'message', channel_type: 'im' });
  if (message.text.includes(`<@${app.botUserId}>`))
    await emitEvent(emulation, { ...eventOf(said), type: 'app_mention' });
}

function eventOf({ person, channel, message }: { person: Person; channel: Channel; message: Message }): JsonRecord {
  const elsewhere = person.kind === 'stranger' ? { user_team: person.teamId, source_team: person.teamId } : {};
  return {
    user: person.id,
    text: message.text,
    ts: message.ts,
    client_msg_id: `msg-${message.ts}`,
    team: person.teamId,
    ...elsewhere,
    ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
    channel: channel.id,
    event_ts: message.ts,
  };
}
