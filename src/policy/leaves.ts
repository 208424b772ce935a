import { z } from 'zod';
import { parseDuration } from '#domain/duration.ts';
import { channelPattern, slackUserId, type SlackUserId } from '#domain/ids.ts';
import { parseDollars } from '#domain/money.ts';
import { hasHiddenCharacters } from '#domain/printable.ts';
import { didYouMean } from './nearest.ts';

/** The error of a value that is missing or wrong: what to write there. */
export function say(sentence: string) {
  return ({ input }: { readonly input?: unknown }): string =>
    input === undefined || input === null ? `This is missing. ${sentence}` : sentence;
}

/** An object that may hold these keys only. One line of its message speaks of one unknown key, in the order of `issue.keys`. */
export function strict<Shape extends z.ZodRawShape>(
  shape: Shape,
  sentence: string,
): z.ZodObject<Shape, z.core.$strict> {
  const known = Object.keys(shape);
  const unknownKey = (key: string) =>
    `There is no setting ${key} here.${didYouMean(key, known) || ` The settings are ${known.join(', ')}.`}`;
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? (issue as { keys: string[] }).keys.map(unknownKey).join('\n')
        : say(sentence)(issue),
  });
}

/** One item or a list of at least one; always read as a list. */
export function oneOrMore<Item extends z.ZodType>(item: Item, sentence: string) {
  const error = say(sentence);
  return z.union([item.transform((one) => [one]), z.array(item, { error }).min(1, { error })], { error });
}

function shaped(pattern: RegExp, sentence: string) {
  return z.string({ error: say(sentence) }).regex(pattern, { error: say(sentence) });
}

/** One line of text without hidden characters, at most so long. */
export function line(max: number, sentence: string) {
  const error = say(sentence);
  return z
    .string({ error })
    .trim()
    .min(1, { error })
    .max(max, { error: `Use at most ${max} characters.` })
    .refine((text) => !text.includes('\n') && !hasHiddenCharacters(text), {
      error: 'Type it again on one line; it holds invisible or control characters.',
    });
}

/** A word that points at something else in the file; whether that exists is the reviews' question. */
export const word = (sentence: string) => line(100, sentence);

export const trueOrFalse = z.boolean({ error: say('Write true or false.') });

export const teamId = shaped(/^T[A-Z0-9]{5,20}$/, 'Write the id of the Slack workspace, such as T0123ABCD.');
export const channelId = shaped(
  channelPattern,
  'Write the id of a Slack channel, such as C0123ABCD: it stands at the bottom of the channel’s details.',
);
export const slackGroupId = shaped(/^S[A-Z0-9]{5,20}$/, 'Write the id of a Slack user group, such as S0123ABCD.');

const userIdHint = 'Write the id of a Slack user, such as U0123ABCD: “Copy member ID” in the menu of their profile.';
export const userId = shaped(/^[UW][A-Z0-9]{5,20}$/, userIdHint).transform((text): SlackUserId => slackUserId(text));
export const userIds = oneOrMore(userId, userIdHint);

export const email = shaped(
  /^[^\s@<>]{1,64}@[^\s@<>]{1,190}\.[^\s@<>.]{2,}$/,
  'Write the e-mail address of their OpenAI user.',
);

/** No colon: the ids of unlisted people are `slack:U…`, and nobody can take one of those. */
export const entryNamePattern = /^[a-z][a-z0-9._-]{0,39}$/;

export const entryName = (example: string) =>
  z.string().regex(entryNamePattern, {
    error: say(`Take a short name of lower-case letters, digits, dots and dashes, such as ${example}.`),
  });

/** Dollars as people write them (`$500`, `500`), read as cents. */
export function dollars(sentence: string) {
  const error = say(sentence);
  return z.union([z.string({ error }), z.number({ error })], { error }).transform((written, context): number => {
    const cents = parseDollars(String(written));
    if (cents !== null) return cents;
    context.addIssue({ code: 'custom', message: error({ input: written }) });
    return z.NEVER;
  });
}

/** A span as people write it, read as milliseconds. */
export function span(bounds: { readonly minMs: number; readonly maxMs: number; readonly sentence: string }) {
  const error = say(bounds.sentence);
  return z.string({ error }).transform((text, context): number => {
    const spanMs = parseDuration(text);
    if (spanMs !== null && spanMs >= bounds.minMs && spanMs <= bounds.maxMs) return spanMs;
    context.addIssue({ code: 'custom', message: error({ input: text }) });
    return z.NEVER;
  });
}
