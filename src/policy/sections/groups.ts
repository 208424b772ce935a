import { z } from 'zod';
import { dayMs, minuteMs } from '#domain/instant.ts';
import { hoursShape } from '../hours-shape.ts';
import { entryName, say, slackGroupId, span, strict, trueOrFalse, word } from '../leaves.ts';

const hint = 'Write a list of people, or { slack_group: S… }.';

const members = z.array(word('Name a person of people.'), { error: say(hint) });

// A preview may lie open for half an hour before it is sent; whoever is asked first should be, in every case.
const escalateAfter = span({
  minMs: 30 * minuteMs,
  maxMs: 3 * dayMs,
  sentence: 'Write how long this group is asked alone, from 30m to 3d, such as 2h.',
});

/** What may be said of a group whoever is in it. */
const about = {
  unit: entryName('payments').optional().describe('Unit of whoever is in it and has none of their own.'),
  hours: hoursShape
    .optional()
    .describe(
      'When its people work: deadlines count only these, and nobody is reminded outside them. Left out: always.',
    ),
  fallback: word('Name the group that is asked when this one does not answer.')
    .optional()
    .describe('The group that is asked when this one does not answer. Left out: none.'),
  escalate_after: escalateAfter
    .optional()
    .describe('From when on one of the fallback may take a seat of this group, 30m to 3d. Left out: never.'),
};

const listed = strict({ people: members.describe('Its people, by their names in people.'), ...about }, hint);
const slack = strict(
  {
    slack_group: slackGroupId.describe('Id of the Slack user group whose members it has at each moment.'),
    allow_unlisted: trueOrFalse
      .default(false)
      .describe('Members without an entry in people approve too, each account as one person. Left out: false.'),
    ...about,
  },
  hint,
);

const group = z.union([members, listed, slack], { error: say(hint) });

export const groupsShape = z.record(entryName('on-call'), group, {
  error: say('List the groups: approvers: [bea, omar].'),
});

export type GroupDocument = z.output<typeof group>;
/** People of a group that the file lists, with where in it they stand; null for one that Slack keeps. */
export function listedPeople(
  group: GroupDocument,
): { readonly people: readonly string[]; readonly at: readonly string[] } | null {
  if (Array.isArray(group)) return { people: group, at: [] };
  return 'people' in group ? { people: group.people, at: ['people'] } : null;
}
