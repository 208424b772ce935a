import { z } from 'zod';
import { personId, slackUserId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import { tiers } from '#domain/tier.ts';
import type { PolicyFacts } from './facts.ts';
import { dollars, entryName, line, oneOrMore, say, span, strict, trueOrFalse, word } from './leaves.ts';
import { personOf, slackIdsOf } from './people.ts';
import type { Policy } from './policy.ts';
import type { Vocabulary } from './vocabulary.ts';

// An example is about bounds, not about reading them: any span up to eleven years will do.
const lifetime = span({
  minMs: 60_000,
  maxMs: 4015 * 86_400_000,
  sentence: 'Write a lifetime with its unit, such as 30d.',
});
const waited = span({
  minMs: 60_000,
  maxMs: 3 * 86_400_000,
  sentence: 'Write how long it has waited for approvers, such as 2h.',
});
const amount = z.union([z.literal('none').transform(() => null), dollars('Write an amount such as $500, or none.')]);

/** Somebody asks for something: what `policy explain` takes from its flags, and an example from its file. */
const askedShape = {
  person: word('Name a person of people; any other word is somebody without an entry.'),
  operation: word('Name an operation, such as keys.issue.'),
  tier: z.enum(tiers, { error: say(`Write one of ${tiers.join(', ')}.`) }).optional(),
  project: word('Name a project.').optional(),
  target: word('Name what is acted on.').optional(),
  for: word('Name the person it is done to or for.').optional(),
  lifetime: lifetime.optional(),
  scopes: z.array(word('Name a scope.'), { error: say('List scopes.') }).optional(),
  models: z.array(word('Name a model.'), { error: say('List models.') }).optional(),
  amount: amount.optional(),
  before: amount.optional(),
  /** The project's hard limit now. */
  hard_limit: amount.optional(),
  steps: z
    .int({ error: say('Write how many changes it makes.') })
    .min(1)
    .max(50)
    .optional(),
  reason: line(500, 'Write the reason.').optional(),
  at: z.iso
    .datetime({ offset: true, error: say('Write a moment with its zone, such as "2026-11-23T10:00:00+01:00".') })
    .optional(),
  earlier: z
    .int({ error: say('Write how many requests they made in the hour before.') })
    .min(0)
    .max(50)
    .optional(),
  first: trueOrFalse.optional(),
  waited: waited.optional(),
  confidential: trueOrFalse.optional(),
  owners: z.array(word('Name a person of people.'), { error: say('List the owners of the project.') }).optional(),
};
export const askedSchema = strict(askedShape, 'Write { person, operation, … }.');
export type Asked = z.output<typeof askedSchema>;

const example = strict(
  {
    ...askedShape,
    expect: line(200, 'Write what the policy answers, such as “1 person from approvers” or “refused”.'),
  },
  'Write { person, operation, …, expect }.',
);
export type Example = z.output<typeof example>;

const memberNames = z.array(word('Name a person of people.'), { error: say('List people.') });

/** A file of examples: who is in the groups that Slack keeps, and what the policy answers to whom. */
export const examplesSchema = strict(
  {
    members: z
      .record(entryName('on-call'), memberNames, { error: say('Write members: { on-call: [bea] }.') })
      .default({}),
    examples: oneOrMore(example, 'Write a list of examples.'),
  },
  'Write { members, examples }.',
);
export type Examples = z.output<typeof examplesSchema>;

// Somebody whom the policy does not know asks with an account that nobody has.
const STRANGER = slackUserId('U0SOMEBODY');

const accountOf = (policy: Policy, name: string) => slackIdsOf(policy, personId(name))[0] ?? STRANGER;

function boundsOf({ lifetime: lifetimeMs, scopes, models, amount: amountCents, before: beforeCents }: Asked) {
  return Object.fromEntries(
    Object.entries({ lifetimeMs, scopes, models, amountCents, beforeCents }).filter(([, value]) => value !== undefined),
  ) as PolicyFacts['bounds'];
}

function membersOf(policy: Policy, members: Examples['members']): PolicyFacts['members'] {
  return Object.fromEntries(
    Object.entries(members).map(([name, people]) => [
      name,
      { known: true, slackIds: people.map((person) => accountOf(policy, person)) },
    ]),
  );
}

interface Stage {
  readonly policy: Policy;
  readonly vocabulary: Vocabulary;
  readonly members: Examples['members'];
  /** For an example that does not say when. */
  readonly now: Instant;
}

/** The facts behind an example; null where there is no such operation. */
export function factsOfExample({ policy, vocabulary, members, now }: Stage, of: Asked): PolicyFacts | null {
  const operation = vocabulary.operations.find(({ id }) => id === of.operation);
  if (operation === undefined) return null;
  const slackId = accountOf(policy, of.person);
  const at = of.at === undefined ? now : Date.parse(of.at);
  const owners = (of.owners ?? []).flatMap((name) => policy.people[name]?.openaiEmail ?? []);
  const named = (name: string | undefined) => (name === undefined ? null : { id: name, name });
  return {
    operation: { ...operation, tier: of.tier ?? operation.tier },
    requester: { slackId, personId: personOf(policy, slackId) },
    project: named(of.project),
    target: named(of.target),
    beneficiary: of.for === undefined ? null : personId(of.for),
    bounds: boundsOf(of),
    steps: of.steps ?? 1,
    reason: of.reason ?? '',
    follows: null,
    confidential: of.confidential === true,
    history: { recent: Array.from({ length: of.earlier ?? 0 }, (_, i) => at - i - 1), isFirst: of.first ?? false },
    projectOwners: { known: true, emails: owners },
    hardLimit:
      of.hard_limit === undefined
        ? { known: false, why: 'the example does not say it' }
        : { known: true, cents: of.hard_limit },
    members: membersOf(policy, members),
    rollout: null,
    now: at,
    ...(of.waited === undefined ? {} : { askedAt: at - of.waited }),
  };
}
