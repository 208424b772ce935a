import { isSlackUserId } from '#domain/ids.ts';
import { type Instant, secondMs, utcMinute } from '#domain/instant.ts';
import { oneLine } from '#domain/printable.ts';

/** The only three characters that mean something in Slack's message text (Slack API docs, "Formatting text", 2026). */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * Text from a person or a vendor for a message's top-level `text`: one line, no mention, no link. Where blocks exist, foreign text
 * stands in rich or plain text elements, which Slack never parses.
 */
export function foreign(text: string, max = 200): string {
  return escapeMrkdwn(oneLine(text, max));
}

/** `<@U…>`; anything that is no user id is shown as text, so that a mention can only name a person. */
export function mention(userId: string): string {
  return isSlackUserId(userId) ? `<@${userId}>` : foreign(userId, 40);
}

const FORMAT = '{date_short_pretty} at {time}';

/** A moment in each reader's own time zone, with UTC for clients that cannot. */
export function slackDate(at: Instant): string {
  return `<!date^${Math.floor(at / secondMs)}^${FORMAT}|${utcMinute(at)}>`;
}

export function dateElement(at: Instant) {
  return { type: 'date', timestamp: Math.floor(at / secondMs), format: FORMAT, fallback: utcMinute(at) } as const;
}

// An update takes 4 000 characters. Escaping can make five of one, so the cut comes after it and spares what it would halve.
const maxText = 3900;

/** The text as far as Slack takes it; never ends inside an entity (`&am`) or a mention (`<@U0`). */
export function cutText(text: string): string {
  if (text.length <= maxText) return text;
  return `${text.slice(0, maxText).replace(/(?:&[a-z]{0,4}|<[^>]*|[\uD800-\uDBFF])$/, '')}…`;
}
