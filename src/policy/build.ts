import { personId } from '#domain/ids.ts';
import type { Asked, Consent, Group, Person, Policy, Requesters, Rule } from './policy.ts';
import type { ConsentDocument, PolicyDocument, RuleDocument } from './schema.ts';
import { buildSafeguards } from './sections/safeguards.ts';

/** The policy that a reviewed document says. */
export function buildPolicy(document: PolicyDocument): Policy {
  return {
    version: 1,
    workspace: document.workspace ?? null,
    channels: document.channels,
    people: mapValues(document.people, buildPerson),
    groups: mapValues(document.groups, buildGroup),
    production: document.projects.production,
    tiers: mapValues(document.tiers, buildConsent),
    safeguards: mapValues(document.tiers, buildSafeguards),
    rules: document.rules.map(buildRule),
    live: document.live,
    decideWithinMs: document.decide_within,
    collectWithinMs: document.collect_within,
    takeBackMs: document.take_back,
    limits: { openRequestsPerPerson: document.limits.open_requests_per_person },
  };
}

function mapValues<Key extends string, From, To>(
  from: Readonly<Record<Key, From>>,
  make: (value: From) => To,
): Record<Key, To> {
  return Object.fromEntries(Object.entries<From>(from).map(([key, value]) => [key, make(value)])) as Record<Key, To>;
}

function buildPerson(person: PolicyDocument['people'][string]): Person {
  return { name: person.name, slackIds: person.slack, openaiEmail: person.openai ?? null };
}

function buildGroup(group: PolicyDocument['groups'][string]): Group {
  return 'slack_group' in group
    ? { kind: 'slack', slackGroup: group.slack_group, allowUnlisted: group.allow_unlisted }
    : { kind: 'list', people: group.map((name) => personId(name)) };
}

export function buildConsent({ approvals, from }: ConsentDocument): Consent {
  if (typeof approvals === 'object') return { kind: 'several', asked: approvals satisfies readonly Asked[] };
  return { kind: 'one', count: approvals ?? null, from: from ?? null };
}

function buildRule(rule: RuleDocument): Rule {
  const { name, operations, requesters } = rule;
  const scope = { name, operations, requesters: requesters satisfies Requesters, projects: buildProjects(rule) };
  if (rule.deny === true) return { kind: 'deny', ...scope, why: rule.why ?? '' };
  const bounds = { lifetimeMaxMs: rule.bounds.lifetime_max ?? null, scopes: rule.bounds.scopes ?? null };
  return { kind: 'permit', ...scope, bounds, consent: buildConsent(rule), safeguards: buildSafeguards(rule) };
}

function buildProjects({ projects }: RuleDocument): Rule['projects'] {
  if (projects === undefined) return null;
  return projects.length === 1 && projects[0] === 'production' ? 'production' : projects;
}
