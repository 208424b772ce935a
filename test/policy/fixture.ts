import { readFileSync } from 'node:fs';
import { operationId, personId, slackUserId } from '#domain/ids.ts';
import type { Refusal } from '#domain/refusal.ts';
import type { Tier } from '#domain/tier.ts';
import type { Members, PolicyFacts } from '#policy/facts.ts';
import { parsePolicy } from '#policy/parse.ts';
import { personOf } from '#policy/people.ts';
import type { Policy, WrittenManner } from '#policy/policy.ts';
import { formatProblem } from '#policy/problem.ts';
import type { Verdict } from '#policy/verdict.ts';
import type { OperationWord, Vocabulary } from '#policy/vocabulary.ts';

function word(id: string, tier: Tier): OperationWord {
  return { id: operationId(id), family: id.split('.')[0] ?? '', tier, kind: tier === 'read' ? 'read' : 'change' };
}

/** A small house of operations, so that these tests do not change when the real catalogue grows. */
export const vocabulary: Vocabulary = {
  operations: [
    word('keys.list', 'read'),
    word('keys.issue', 'routine'),
    word('keys.rename', 'routine'),
    word('keys.revoke', 'destructive'),
    word('projects.list', 'read'),
    word('projects.archive', 'critical'),
  ],
};

export function operationNamed(id: string): OperationWord {
  const found = vocabulary.operations.find((operation) => operation.id === id);
  if (found === undefined) throw new Error(`The test vocabulary has no ${id}`);
  return found;
}

/** A complete policy; `replace` puts other sections in place of its own, `without` leaves some out. */
export function policyText(sections: Readonly<Record<string, string>> = {}): string {
  const all: Readonly<Record<string, string>> = { ...BASE, ...sections };
  return Object.values(all).join('\n');
}

const BASE = {
  version: 'version: 1',
  channels: 'channels: { approvals: C0APPROVE1, audit: C0AUDIT001, alerts: C0ALERTS01 }',
  people: [
    'people:',
    '  erin: { name: Erin Vale, slack: [U0ERIN0001, U0ERIN0002], openai: erin@acme.example }',
    '  bea: { name: Bea Lindqvist, slack: U0BEA00001, openai: Bea@Acme.example }',
    '  omar: { name: Omar Haddad, slack: U0OMAR0001, openai: omar@acme.example }',
    '  sam: { name: Sam Okafor, slack: U0SAM00001 }',
  ].join('\n'),
  groups: [
    'groups:',
    '  approvers: [bea, omar, sam]',
    '  security: [sam]',
    '  on-call: { slack_group: S0ONCALL01 }',
    '  anybody: { slack_group: S0ANYBODY1, allow_unlisted: true }',
  ].join('\n'),
  projects: "projects: { production: ['*-prod'] }",
  tiers: 'tiers: { routine: { from: approvers }, destructive: { from: approvers }, critical: { from: approvers } }',
  rules: "rules: [{ name: All, operations: '*', requesters: everyone }]",
  live: 'live: on',
};

/** The policy in a text that must be free of problems. */
export function policyIn(text: string, name = 'policy.yml'): Policy {
  const parsed = parsePolicy(text, name, vocabulary);
  if (parsed.kind === 'problems') throw new Error(parsed.problems.map(formatProblem).join('\n'));
  return parsed.policy;
}

export function policyWith(sections: Readonly<Record<string, string>> = {}): Policy {
  return policyIn(policyText(sections));
}

export function shipped(path: string): string {
  return readFileSync(new URL(`../../data/${path}`, import.meta.url), 'utf8');
}

/** The text without its ►, and where each of them stood as `line:column`. */
export function marked(text: string): { readonly text: string; readonly places: readonly string[] } {
  const places = text.split('\n').flatMap((line, row) =>
    line
      .split('►')
      .slice(0, -1)
      .map((_, i, parts) => `${row + 1}:${parts.slice(0, i + 1).join('').length + 1}`),
  );
  return { text: text.replaceAll('►', ''), places };
}

/** What `formatProblem` says about a text, one line each. */
export function problemsIn(text: string): readonly string[] {
  const parsed = parsePolicy(text, 'policy.yml', vocabulary);
  return parsed.kind === 'problems' ? parsed.problems.map(formatProblem) : [];
}

export function warningsIn(text: string): readonly string[] {
  const parsed = parsePolicy(text, 'policy.yml', vocabulary);
  if (parsed.kind === 'problems') throw new Error(parsed.problems.map(formatProblem).join('\n'));
  return parsed.warnings.map(formatProblem);
}

interface AskedFor {
  readonly policy: Policy;
  /** Slack id. */
  readonly by: string;
  readonly operation: string;
  readonly project?: string | null;
  readonly beneficiary?: string;
  readonly bounds?: PolicyFacts['bounds'];
  readonly members?: PolicyFacts['members'];
  readonly facts?: Partial<PolicyFacts>;
}

export function factsOf(asked: AskedFor): PolicyFacts {
  const slackId = slackUserId(asked.by);
  const project = asked.project === undefined ? 'search-dev' : asked.project;
  return {
    operation: operationNamed(asked.operation),
    requester: { slackId, personId: personOf(asked.policy, slackId) },
    project: project === null ? null : { id: `proj_${project}`, name: project },
    beneficiary: asked.beneficiary === undefined ? null : personId(asked.beneficiary),
    bounds: asked.bounds ?? {},
    target: null,
    steps: 1,
    reason: 'For the demo',
    follows: null,
    history: { recent: [], isFirst: false },
    projectOwners: { known: false, why: 'nobody asked' },
    rollout: null,
    ...asked.facts,
    members: asked.members ?? {},
    now: asked.facts?.now ?? Date.UTC(2026, 10, 23, 9, 0),
  };
}

/** What a rule or group says that says no more than it has to. */
export const noSettings = { unit: null, hours: null, fallback: null, escalateAfterMs: null };
export const noManner: WrittenManner = { differentUnit: null, inOrder: null, notify: null };
export const nothingKnown = {
  target: null,
  steps: 1,
  reason: '',
  follows: null,
  history: null,
  projectOwners: { known: false, why: 'nobody asked' },
  rollout: null,
} as const;

// Accounts of the people above, and of nobody.
export const ERIN = 'U0ERIN0001';
export const ERIN_ELSEWHERE = 'U0ERIN0002';
export const BEA = 'U0BEA00001';
export const SAM = 'U0SAM00001';
export const STRANGER = 'U0STRANGER';

export const rules = (...lines: readonly string[]) => ({
  rules: ['rules:', ...lines.map((line) => `  - { ${line} }`)].join('\n'),
});

export const people = (...slackIds: readonly string[]): Members => ({
  known: true,
  slackIds: slackIds.map((id) => slackUserId(id)),
});

export function eligibleIn(verdict: Verdict): readonly (readonly string[])[] {
  return verdict.kind === 'permit'
    ? verdict.requirements.map(({ eligible }) => eligible.map(({ person }) => person))
    : [];
}

export function refusalOf(verdict: Verdict): Refusal {
  if (verdict.kind === 'permit') throw new Error(`Permitted by ${verdict.rule}`);
  return verdict.refusal;
}
