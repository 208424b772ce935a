import { z } from 'zod';
import { dayMs, hourMs, minuteMs } from '#domain/instant.ts';
import {
  channelId,
  email,
  entryNamePattern,
  line,
  oneOrMore,
  say,
  slackGroupId,
  span,
  strict,
  teamId,
  userIds,
} from './leaves.ts';
import { liveModes } from './policy.ts';
import { safeguardKeys, takeBack } from './sections/safeguards.ts';

// Words that point at something else in the file; whether that exists is the reviews' question.
const word = (sentence: string) => line(100, sentence);

const entryName = (example: string) =>
  z.string().regex(entryNamePattern, {
    error: say(`Take a short name of lower-case letters, digits, dots and dashes, such as ${example}.`),
  });

const groupNames = oneOrMore(word('Name a group.'), 'Name at least one group.');

const operations = oneOrMore(
  word('Name operations: an id such as keys.issue, a family such as keys.*, or one of reads, changes and *.'),
  'Name operations: an id such as keys.issue, a family such as keys.*, or one of reads, changes and *.',
);

const requesters = oneOrMore(
  word('Name a person or a group.'),
  'Write everyone, or a list of people and groups.',
).transform((names): 'everyone' | readonly string[] =>
  names.length === 1 && names[0] === 'everyone' ? 'everyone' : names,
);

// Nine distinct people is more than any team finds in a day; the bound keeps a slip such as 11 from closing an operation for good.
const howMany = 'Write how many people have to approve, from 1 to 9.';
const count = z.int({ error: say(howMany) }).max(9, { error: howMany });

const askedList = z
  .array(strict({ count, from: groupNames }, 'Write a list of { count, from }.'), { error: say(howMany) })
  .min(1, { error: 'Write at least one { count, from }.' })
  .max(5, { error: 'Write at most five { count, from }.' });

const consent = {
  approvals: z
    .union([count.min(0, { error: howMany }), askedList], { error: say(`${howMany} Or a list of { count, from }.`) })
    .optional(),
  from: groupNames.optional(),
};
const tier = strict({ ...consent, ...safeguardKeys }, 'Write { approvals, from }.').default({});

const rule = strict(
  {
    name: line(80, 'Give the rule a name: refusals quote it.'),
    operations,
    requesters,
    projects: oneOrMore(
      word('Name a project, or a pattern such as *-dev.'),
      'Write production, or a list of projects.',
    ).optional(),
    bounds: strict(
      {
        lifetime_max: span({
          minMs: minuteMs,
          maxMs: 3660 * dayMs,
          sentence: 'Write the longest lifetime with its unit, such as 30d or 12h.',
        }).optional(),
        scopes: oneOrMore(word('Name a scope of a key.'), 'List the scopes a key may have.').optional(),
      },
      'Write { lifetime_max, scopes }.',
    ).default({}),
    deny: z.literal(true, { error: 'Write deny: true, or leave the line out.' }).optional(),
    why: line(300, 'Say in one sentence why this is refused.').optional(),
    ...consent,
    ...safeguardKeys,
  },
  'Write a rule: { name, operations, requesters, … }.',
);

const mode = z.enum(liveModes, { error: say('Write off, plan-only or on.') });
const liveRule = strict(
  { operations, requesters: requesters.default('everyone'), mode },
  'Write { operations, mode }.',
);
const live = z.union(
  [
    mode.transform((all) => ({ default: all, rules: [] as z.output<typeof liveRule>[] })),
    strict(
      { default: mode, rules: z.array(liveRule, { error: 'Write a list of { operations, mode }.' }).default([]) },
      'Write { default, rules }.',
    ),
  ],
  { error: say('Write off, plan-only or on; or { default, rules }.') },
);

const slackGroup = strict(
  { slack_group: slackGroupId, allow_unlisted: z.boolean({ error: 'Write true or false.' }).default(false) },
  'Write a list of people, or { slack_group: S… }.',
);
const groupHint = 'Write a list of people, or { slack_group: S… }.';
const group = z.union([z.array(word('Name a person of people.'), { error: say(groupHint) }), slackGroup], {
  error: say(groupHint),
});

const person = strict(
  { name: line(80, 'Write the person’s name.'), slack: userIds, openai: email.optional() },
  'Write { name, slack, openai }.',
);

const within = (what: string) =>
  span({
    minMs: 5 * minuteMs,
    maxMs: 72 * hourMs,
    sentence: `Write how long ${what}, from 5m to 72h, such as 24h.`,
  }).default(24 * hourMs);

/** The file as written, every list in its long form. Keys keep the file's spelling, so that a path in it is a path in the file. */
export const policySchema = strict(
  {
    version: z.literal(1, { error: say('Write version: 1.') }),
    workspace: teamId.optional(),
    channels: strict(
      { approvals: channelId, audit: channelId, alerts: channelId },
      'Write { approvals, audit, alerts }.',
    ),
    people: z.record(entryName('bea'), person, { error: say('List the people: bea: { name, slack, openai }.') }),
    groups: z.record(entryName('on-call'), group, { error: say('List the groups: approvers: [bea, omar].') }),
    projects: strict(
      {
        production: z
          .array(word('Name a project, or a pattern such as *-prod.'), { error: 'Write a list of projects.' })
          .default([]),
      },
      'Write { production }.',
    ).default({ production: [] }),
    tiers: strict(
      { routine: tier, destructive: tier, critical: tier },
      'Write { routine, destructive, critical }.',
    ).prefault({}),
    rules: z
      .array(rule, { error: say('Write a list of rules; without one nobody may do anything.') })
      .min(1, { error: 'Write at least one rule; without one nobody may do anything.' }),
    live: live.prefault('plan-only'),
    decide_within: within('approvers have to decide'),
    collect_within: within('an approval lasts'),
    take_back: takeBack,
    limits: strict(
      {
        open_requests_per_person: z
          .int({ error: 'Write a whole number.' })
          .min(1, { error: 'Write 1 or more.' })
          .max(100, { error: 'Write at most 100.' })
          .default(5),
      },
      'Write { open_requests_per_person }.',
    ).prefault({}),
  },
  'Write the policy here; data/policy.yml is a first one.',
);

export type PolicyDocument = z.output<typeof policySchema>;
export type RuleDocument = PolicyDocument['rules'][number];
export type ConsentDocument = Pick<RuleDocument, 'approvals' | 'from'>;
