import { z } from 'zod';

/** One human as far as we know: bound by two people, named by the policy's file, or only proposed. */
export const personLineSchema = z.object({
  person: z.string(),
  name: z.string(),
  state: z.enum(['file', 'bound', 'suspended', 'proposed', 'ambiguous', 'none']),
  /** What two people can make of it now, in which case the line is as it would be then; null where there is nothing to do. */
  move: z.enum(['new', 'changed', 'again', 'gone']).nullable(),
  slackIds: z.array(z.string()),
  accounts: z.array(z.object({ slackId: z.string(), email: z.string() })),
  openaiId: z.string().nullable(),
  openaiEmail: z.string().nullable(),
  unit: z.string().nullable(),
  why: z.string(),
  since: z.number().nullable(),
});
export type PersonLine = z.infer<typeof personLineSchema>;
export type Move = NonNullable<PersonLine['move']>;

/** `unread` says what could not be asked, so that nobody can be proposed; empty otherwise. */
export const knownPeopleSchema = z.object({ lines: z.array(personLineSchema), unread: z.string() });
export type KnownPeople = z.infer<typeof knownPeopleSchema>;
