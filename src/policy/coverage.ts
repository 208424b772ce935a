import { personId } from '#domain/ids.ts';
import { count } from '#domain/instant.ts';
import { lookAtRequester } from './conditions/requester.ts';
import { askedOf, mannerOf } from './consent.ts';
import { requirementsNow } from './eligible.ts';
import { factsOfExample } from './examples.ts';
import { nameOf } from './people.ts';
import type { PermitRule, Policy } from './policy.ts';
import { seat } from './seating.ts';
import { coveredBy, type OperationWord, type Vocabulary } from './vocabulary.ts';

// With fewer, one holiday and one request by a member leave nobody; three is the least that bears both.
export const leastReachable = 3;

/** One operation of each tier of danger that the rule covers: what is asked differs by tier only. */
function onePerTier(rule: PermitRule, vocabulary: Vocabulary): readonly OperationWord[] {
  const changes = coveredBy(rule.operations, vocabulary).filter(({ kind }) => kind === 'change');
  return [...new Map(changes.map((operation) => [operation.tier, operation])).values()];
}

const permits = ({ rules }: Policy) =>
  rules.filter((rule) => rule.kind === 'permit' && !rule.standing) as readonly PermitRule[];

const isListed = ({ groups }: Policy, name: string): boolean =>
  Object.hasOwn(groups, name) && groups[name]?.kind === 'list';

/** Groups that are asked to approve, each with the rules that would stand still without it. */
export function groupsAsked(policy: Policy, vocabulary: Vocabulary): ReadonlyMap<string, readonly string[]> {
  const asked = new Map<string, Set<string>>();
  for (const rule of permits(policy)) {
    for (const operation of onePerTier(rule, vocabulary)) {
      for (const { from } of askedOf(policy, rule, operation) ?? []) {
        for (const name of from) asked.set(name, (asked.get(name) ?? new Set()).add(rule.name));
      }
    }
  }
  return new Map([...asked].map(([name, rules]) => [name, [...rules]]));
}

function ofGroup(policy: Policy, name: string, rules: readonly string[]): readonly string[] {
  const group = Object.hasOwn(policy.groups, name) ? policy.groups[name] : undefined;
  if (group === undefined) return [];
  const stalls = `“${rules[0] ?? ''}”${rules.length > 1 ? ` and ${count(rules.length - 1, 'more rule')}` : ''}`;
  const few = group.kind === 'list' && group.people.length < leastReachable;
  return [
    ...(few
      ? [
          `${name} has ${count(group.people.length, 'person', 'people')}: a holiday and one of their own requests stall ${stalls}.`,
        ]
      : []),
    ...(group.fallback === null
      ? [`${name} names no fallback: nobody else is asked when it is silent, which stalls ${stalls}.`]
      : []),
    ...(group.fallback !== null && group.escalateAfterMs === null
      ? [`${name} says no escalate_after: its fallback ${group.fallback} is never asked, which stalls ${stalls}.`]
      : []),
  ];
}

/** People of the file whose own request under a rule could never be approved, as far as lists say. */
function strandedBy(policy: Policy, rule: PermitRule, operation: OperationWord): readonly string[] {
  const asked = askedOf(policy, rule, operation) ?? [];
  if (!asked.every(({ from }) => from.every((name) => isListed(policy, name)))) return [];
  const manner = mannerOf(policy, rule, operation);
  const stage = { policy, vocabulary: { operations: [operation] }, members: {}, now: 0 };
  return Object.keys(policy.people).filter((person) => {
    const facts = factsOfExample(stage, { person, operation: operation.id });
    if (facts === null || lookAtRequester(rule.requesters, { policy, facts }).answer === 'no') return false;
    const tables = requirementsNow({ policy, facts }, asked, manner).map(({ count: seats, eligible }) => ({
      count: seats,
      pool: eligible.length,
      candidates: eligible,
    }));
    return seat(tables, manner, null).empty.some((open) => open > 0);
  });
}

/**
 * Where this policy will stall: groups with too few people, groups that nobody stands in for, and people whose requests could never be approved.
 * Who is in a Slack group only Slack knows, so these are left to the bot.
 */
export function coverageOf(policy: Policy, vocabulary: Vocabulary): readonly string[] {
  const groups = [...groupsAsked(policy, vocabulary)].flatMap(([name, rules]) => ofGroup(policy, name, rules));
  const stranded = permits(policy).flatMap((rule) =>
    onePerTier(rule, vocabulary).flatMap((operation) => {
      const people = strandedBy(policy, rule, operation);
      if (people.length === 0) return [];
      const names = people.slice(0, 5).map((name) => nameOf(policy, personId(name)));
      const more = people.length > names.length ? ` and ${people.length - names.length} more` : '';
      return [`“${rule.name}”, ${operation.tier}: what ${names.join(', ')}${more} asks for could never be approved.`];
    }),
  );
  return [...new Set([...groups, ...stranded])];
}
