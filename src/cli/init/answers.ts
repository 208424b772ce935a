import type { z } from 'zod';
import { channelId, email, entryNamePattern, line, userId } from '#policy/leaves.ts';
import type { Placeholder } from '#policy/placeholder.ts';

/** What somebody who sets up the bot can tell on the command line. */
interface Question {
  readonly flag: string;
  readonly value: string;
  readonly about: string;
  readonly schema: z.ZodType<string, string>;
}

const name = line(80, 'Write the person’s name.');

export const questions = [
  { flag: 'approvals', value: 'channel', about: 'id of the channel in which approvers decide (C…)', schema: channelId },
  { flag: 'audit', value: 'channel', about: 'channel that shows what was done, if another', schema: channelId },
  { flag: 'alerts', value: 'channel', about: 'channel that shows what is odd, if another', schema: channelId },
  { flag: 'me', value: 'user', about: 'your Slack member id (U…); you are the first approver', schema: userId },
  { flag: 'my-name', value: 'name', about: 'your name', schema: name },
  { flag: 'my-email', value: 'address', about: 'the address of your OpenAI user', schema: email },
  { flag: 'other', value: 'user', about: 'the second approver’s Slack member id', schema: userId },
  { flag: 'other-name', value: 'name', about: 'the second approver’s name', schema: name },
  { flag: 'other-email', value: 'address', about: 'the address of their OpenAI user', schema: email },
] as const satisfies readonly Question[];

type Flag = (typeof questions)[number]['flag'];
export type Given = Readonly<Partial<Record<Flag, string>>>;

/** What fills the shipped policy: its placeholders, and the channels that are not the first one. */
export interface Answers {
  readonly placeholders: Readonly<Partial<Record<Placeholder, string>>>;
  readonly channels: { readonly audit: string | null; readonly alerts: string | null };
}

/** Everything wrong with the flags is said at once. */
export function readAnswers(given: Given): Answers | { readonly problems: readonly string[] } {
  const problems = questions.flatMap(({ flag, schema }) => {
    const parsed = given[flag] === undefined ? null : schema.safeParse(given[flag]);
    return parsed === null || parsed.success
      ? []
      : [`--${flag}: ${parsed.error.issues[0]?.message ?? 'This is not understood.'}`];
  });
  if (problems.length > 0) return { problems };
  const first = shortId(given['my-name']);
  const second = shortId(given['other-name']);
  return {
    placeholders: {
      ...told('FILL_IN_CHANNEL', given.approvals),
      ...told('FILL_IN_FIRST_ID', first),
      ...told('FILL_IN_FIRST_NAME', given['my-name']),
      ...told('FILL_IN_FIRST_SLACK', given.me),
      ...told('FILL_IN_FIRST_EMAIL', given['my-email']),
      // Two people of the same first name still are two people.
      ...told('FILL_IN_SECOND_ID', second !== undefined && second === first ? `${second}2` : second),
      ...told('FILL_IN_SECOND_NAME', given['other-name']),
      ...told('FILL_IN_SECOND_SLACK', given.other),
      ...told('FILL_IN_SECOND_EMAIL', given['other-email']),
    },
    channels: { audit: given.audit ?? null, alerts: given.alerts ?? null },
  };
}

const told = (placeholder: Placeholder, value: string | undefined): Answers['placeholders'] =>
  value === undefined ? {} : { [placeholder]: value.trim() };

/** A person's entry in the policy is called after their first name: `Bea Lind` is `bea`. */
function shortId(fullName: string | undefined): string | undefined {
  // Accents are taken off (Zoë becomes zoe); a name in another script leaves nothing and stays a placeholder.
  const plain = (fullName ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
  const id = /^[a-z][a-z0-9-]{0,30}/.exec(plain)?.[0];
  return id !== undefined && entryNamePattern.test(id) ? id : undefined;
}
