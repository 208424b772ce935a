import { personId } from '#domain/ids.ts';
import type { Asked, Consent, Group, Person, Policy, Requesters, Rule, WrittenManner } from './policy.ts';
import type { ConsentDocument, PolicyDocument, RuleDocument } from './schema.ts';
import { buildBreakGlass } from './sections/break-glass.ts';
import { buildDesk } from './sections/desk.ts';
import { buildConfidential } from './sections/confidential.ts';
import { type GroupDocument, listedPeople } from './sections/groups.ts';
import { buildDecisionLimits } from './sections/decision-limits.ts';
import { buildSafeguards } from './sections/safeguards.ts';

/** The policy that a reviewed document says. */
export function buildPolicy(document: PolicyDocument): Policy {
  return {
    version: 2,
    workspace: document.workspace ?? null,
    channels: buildChannels(document.channels),
    people: mapValues(document.people, buildPerson),
    groups: mapValues(document.groups, buildGroup),
    production: document.projects.production,
    labels: document.projects.labels,
    calendars: document.calendars,
    protectedTargets: document.protected,
    incidentLink: document.incident_link ?? null,
    tiers: mapValues(document.tiers, buildConsent),
    safeguards: mapValues(document.tiers, buildSafeguards),
    manners: mapValues(document.tiers, buildManner),
    rules: document.rules.map(buildRule),
    live: document.live,
    decideWithinMs: document.decide_within,
    collectWithinMs: document.collect_within,
    takeBackMs: document.take_back,
    breakGlass: buildBreakGlass(document.break_glass),
    desk: buildDesk(document.desk),
    confidential: buildConfidential(document.confidential),
    stepUp: { coolingMs: document.step_up.cooling },
    limits: {
      openRequestsPerPerson: document.limits.open_requests_per_person,
      joinedBeforeMs: document.limits.joined_before,
      ...buildDecisionLimits(document.limits),
    },
  };
}

function buildChannels({ shared_inside: sharedInside, ...channels }: PolicyDocument['channels']): Policy['channels'] {
  return { ...channels, sharedInside };
}

function mapValues<Key extends string, From, To>(
  from: Readonly<Record<Key, From>>,
  make: (value: From) => To,
): Record<Key, To> {
  return Object.fromEntries(Object.entries<From>(from).map(([key, value]) => [key, make(value)])) as Record<Key, To>;
}

function buildPerson(person: PolicyDocument['people'][string]): Person {
  return { name: person.name, slackIds: person.slack, openaiEmail: person.openai ?? null, unit: person.unit ?? null };
}

function buildGroup(group: GroupDocument): Group {
  const { unit = null, hours = null, fallback = null, escalate_after = null } = Array.isArray(group) ? {} : group;
  const about = { unit, hours, fallback, escalateAfterMs: escalate_after };
  const listed = listedPeople(group);
  if (listed !== null) return { kind: 'list', people: listed.people.map((name) => personId(name)), ...about };
  const { slack_group, allow_unlisted } = group as Extract<GroupDocument, { slack_group: string }>;
  return { kind: 'slack', slackGroup: slack_group, allowUnlisted: allow_unlisted, ...about };
}

export function buildConsent({ approvals, from }: ConsentDocument): Consent {
  if (typeof approvals === 'object') return { kind: 'several', asked: approvals satisfies readonly Asked[] };
  return { kind: 'one', count: approvals ?? null, from: from ?? null };
}

function buildManner({ different_unit, in_order, notify }: ConsentDocument): WrittenManner {
  return { differentUnit: different_unit ?? null, inOrder: in_order ?? null, notify: notify ?? null };
}

function buildRule(rule: RuleDocument): Rule {
  const { name, operations, requesters, when } = rule;
  const scope = { name, operations, requesters: requesters satisfies Requesters, projects: buildProjects(rule), when };
  if (rule.deny === true) return { kind: 'deny', ...scope, why: rule.why ?? '' };
  const bounds = { lifetimeMaxMs: rule.bounds.lifetime_max ?? null, scopes: rule.bounds.scopes ?? null };
  const asked = { consent: buildConsent(rule), manner: buildManner(rule), safeguards: buildSafeguards(rule) };
  return { kind: 'permit', ...scope, bounds, standing: rule.standing ?? false, ...asked };
}

function buildProjects({ projects }: RuleDocument): Rule['projects'] {
  if (projects === undefined) return null;
  return projects.length === 1 && projects[0] === 'production' ? 'production' : projects;
}
