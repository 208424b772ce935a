import { z } from 'zod';
import { personId } from '#domain/ids.ts';
import { minuteMs } from '#domain/instant.ts';
import type { BreakGlass } from '../powers-alone.ts';
import { line, oneOrMore, say, span, strict } from '../leaves.ts';

const pattern = 'Write what links to incidents look like, such as https://incidents.example.com/*.';

/** The host is written out: a star in it would let anybody's page be an incident. */
const incident = z
  .string({ error: say(pattern) })
  .regex(/^https:\/\/[a-z0-9.-]+\.[a-z]{2,}\/[^\s]{0,200}$/i, { error: say(pattern) });

export const breakGlass = strict(
  {
    people: oneOrMore(line(100, 'Name a person of people.'), 'Name at least one person of people.').describe(
      'Who may, by name; never a group.',
    ),
    operations: oneOrMore(line(100, 'Name an operation.'), 'Name the operations, such as keys.revoke.').describe(
      'What they may do.',
    ),
    lifetime: span({
      // Half an hour is what the threat model grants: an emergency that lasts longer has time for a second person.
      minMs: minuteMs,
      maxMs: 30 * minuteMs,
      sentence: 'Write how long it may take from asking to being carried out, from 1m to 30m.',
    })
      .default(30 * minuteMs)
      .describe('From asking to being carried out, 1m to 30m. Left out: 30m.'),
    incident: incident.describe('What links to incidents look like; an emergency has to name one.'),
    notify: oneOrMore(line(100, 'Name a group.'), 'Name at least one group that is told.').describe(
      'Groups that are mentioned in every channel.',
    ),
  },
  'Write { people, operations, lifetime, incident, notify }.',
).optional();

export function buildBreakGlass(document: z.output<typeof breakGlass>): BreakGlass | null {
  if (document === undefined) return null;
  const { people, operations, lifetime, incident: link, notify } = document;
  return { people: people.map((name) => personId(name)), operations, lifetimeMs: lifetime, incident: link, notify };
}
