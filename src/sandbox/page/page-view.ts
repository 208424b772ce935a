import type { SeatMessage } from '../slack/seat.ts';
import type { Stage } from './stage.ts';
import type { PageView, WireMessage } from './wire.ts';

export interface Looking {
  readonly personId: string;
  readonly channelId: string | null;
  readonly threadTs: string | null;
}

/** One answer holds everything that can change, so that the page never shows halves of two moments. */
export function takeView(stage: Stage, looking: Looking): PageView {
  const { seat } = stage;
  const { personId, channelId, threadTs } = looking;
  // Messages first: reading a channel clears its unread count, and the count answered must be the one after.
  const messages = channelId === null ? [] : seat.messages(personId, { channelId });
  const thread = channelId === null || threadTs === null ? [] : seat.messages(personId, { channelId, threadTs });
  return {
    nowMs: stage.clock.nowMs(),
    people: seat.people(),
    channels: seat.channels(personId),
    modal: seat.modal(personId),
    home: seat.home(personId),
    board: stage.board(),
    messages: messages.map(toWire),
    thread: thread.map(toWire),
  };
}

function toWire(message: SeatMessage): WireMessage {
  const files = message.files.map(({ bytes, ...file }) => ({ ...file, byteLength: bytes.byteLength }));
  return { ...message, files };
}
