import type { Delivered } from '#workflow/ports/mailer.ts';
import type { MessagePlace, MessageReader } from '#workflow/ports/messages.ts';
import type { SlackAnswer } from '../api/call-slack.ts';
import type { About, Destination, Mouth } from '../api/mouth.ts';
import type { DrawnMessage } from '../blocks/drawn-message.ts';
import type { Pace } from './pace.ts';

/** What the mailer writes with. */
export interface Pen {
  readonly mouth: Mouth;
  readonly pace: Pace;
  readonly messages: MessageReader;
}

/** Errors that the same attempt cannot get over: somebody has to change something in Slack or here. */
const hopeless = new Set([
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'invalid_auth',
  'missing_scope',
  'account_inactive',
  'token_revoked',
  'invalid_blocks',
  'user_not_found',
  'messages_tab_disabled',
]);

/** Errors of an update that mean: the message is gone, so there has to be a new one. */
const gone = new Set(['message_not_found', 'cant_update_message', 'edit_window_closed']);

function failure(pen: Pen, channel: string, answer: Extract<SlackAnswer, { ok: false }>): Delivered {
  if (answer.error === 'ratelimited') {
    pen.pace.hold(channel, answer.retryAfterMs);
    return { kind: 'busy', afterMs: answer.retryAfterMs };
  }
  const canRetry = !hopeless.has(answer.error) && !answer.error.startsWith('not_sendable');
  return { kind: 'failed', why: answer.error, canRetry };
}

function placeOf(answer: Extract<SlackAnswer, { ok: true }>): MessagePlace | null {
  const { channel, ts } = answer.data;
  return typeof channel === 'string' && typeof ts === 'string' ? { channelId: channel, ts } : null;
}

/** Posts one message, at most one a second a channel. */
export async function post(
  pen: Pen,
  to: Destination,
  letter: { message: DrawnMessage; about: About; key: string | null },
): Promise<Delivered> {
  const afterMs = pen.pace.wait(to.channel);
  if (afterMs > 0) return { kind: 'busy', afterMs };
  pen.pace.wrote(to.channel);
  const answer = await pen.mouth.post(to, letter.message, letter.about);
  if (!answer.ok) return failure(pen, to.channel, answer);
  const place = placeOf(answer);
  return { kind: 'sent', remember: letter.key === null || place === null ? null : { key: letter.key, place } };
}

/** Updates the living message of this key where it stands, or posts it, also when somebody has deleted it. */
export async function keepUpToDate(
  pen: Pen,
  to: Destination,
  letter: { message: DrawnMessage; about: About; key: string },
): Promise<Delivered> {
  const place = await pen.messages.place(letter.key);
  if (place === null) return post(pen, to, letter);
  const afterMs = pen.pace.wait(place.channelId);
  if (afterMs > 0) return { kind: 'busy', afterMs };
  pen.pace.wrote(place.channelId);
  const answer = await pen.mouth.update({ channel: place.channelId, ts: place.ts }, letter.message, letter.about);
  if (answer.ok) return { kind: 'sent', remember: null };
  if (!gone.has(answer.error)) return failure(pen, place.channelId, answer);
  const again = await pen.mouth.post(to, letter.message, letter.about);
  if (!again.ok) return failure(pen, to.channel, again);
  const fresh = placeOf(again);
  return { kind: 'sent', remember: fresh === null ? null : { key: letter.key, place: fresh } };
}
