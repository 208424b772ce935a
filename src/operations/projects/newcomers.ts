import { z } from 'zod';
import { operationId } from '#domain/ids.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { call } from '../call.ts';
import { type Need, read } from '../need.ts';
import { keepUsers } from '../objects/user.ts';
import { knownUserSchema } from '../memory.ts';

export const newcomersSchema = z.array(knownUserSchema);
export type Newcomers = z.infer<typeof newcomersSchema>;

export const emailWords = {
  // One step each, which leaves room for the others among a plan's fifty.
  most: 20,
  pattern: /^[^\s@,<>]{1,64}@[^\s@,<>]{1,190}$/,
  patternHint: 'Write e-mail addresses, such as erin@acme.example.',
  allowed: null,
} as const;

/** The users behind some addresses, as they stand in the organization now. */
export const needNewcomers = (emails: readonly string[]): Need =>
  read('newcomers', {
    call: call('GET /organization/users', { query: { emails: [...emails] } }),
    keep: keepUsers,
    pages: 'all',
  });

const plain = (email: string): string => email.toLowerCase();

export function findNewcomer(newcomers: Newcomers, email: string) {
  return newcomers.find((user) => plain(user.email) === plain(email)) ?? null;
}

/** Only people of the organization can join a project. */
export function refuseStrangers(emails: readonly string[], newcomers: Newcomers): Refusal | null {
  const strangers = emails.filter((email) => findNewcomer(newcomers, email) === null);
  if (strangers.length === 0) return null;
  return refuse('projects.not-in-organization', {
    what: `OpenAI knows nobody in the organization as ${strangers.join(', ')}.`,
    rule: 'Only people of the organization can join a project.',
    next: {
      kind: 'start',
      label: 'Invite them first',
      operation: operationId('invites.send'),
      input: { email: strangers[0] ?? '' },
    },
  });
}
