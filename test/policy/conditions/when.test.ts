import { describe, expect, it, test } from 'vitest';
import { dayMs, hourMs } from '#domain/instant.ts';
import { evaluate } from '#policy/evaluate.ts';
import type { PolicyFacts } from '#policy/facts.ts';
import {
  BEA,
  ERIN,
  factsOf,
  people,
  policyWith,
  problemsIn,
  policyText,
  refusalOf,
  SAM,
  STRANGER,
} from '../fixture.ts';

const sections = {
  people: [
    'people:',
    '  erin: { name: Erin Vale, slack: [U0ERIN0001, U0ERIN0002], openai: erin@acme.example, unit: search }',
    '  bea: { name: Bea Lindqvist, slack: U0BEA00001, openai: Bea@Acme.example, unit: payments }',
    '  omar: { name: Omar Haddad, slack: U0OMAR0001, openai: omar@acme.example, unit: search }',
    '  sam: { name: Sam Okafor, slack: U0SAM00001 }',
  ].join('\n'),
  projects: "projects: { production: ['*-prod'], labels: { staging: ['*-stg', search-dev], dev: '*-dev' } }",
  more: [
    "calendars: { holidays: [2026-12-25, '2026-12-28..2027-01-01'] }",
    "protected: [proj_billing, 'vip-*']",
    "incident_link: 'https://status.acme.example/incidents/*'",
  ].join('\n'),
};

const withWhen = (when: string, kind = "deny: true, why: 'No.'") =>
  policyWith({
    ...sections,
    rules: `rules: [{ name: Asked, operations: '*', requesters: everyone, when: ${when}, ${kind} }, { name: Rest, operations: '*', requesters: everyone }]`,
  });

/** Whether a denial that asks this is met; what cannot be told counts as met. */
function denies(
  when: string,
  facts: Omit<Partial<PolicyFacts>, 'project'> & { by?: string; project?: string | null } = {},
): boolean {
  const policy = withWhen(when);
  const { by = ERIN, project, ...more } = facts;
  const verdict = evaluate(
    policy,
    factsOf({
      policy,
      by,
      operation: 'keys.issue',
      ...(project === undefined ? {} : { project }),
      facts: more,
      bounds: more.bounds ?? {},
      members: more.members ?? { 'on-call': people(), anybody: people() },
    }),
  );
  return verdict.kind === 'deny' && verdict.refusal.code === 'policy.denied';
}

const at = (text: string): number => Date.parse(text);
const past = (agoMs: readonly number[], isFirst = false) => {
  const now = at('2026-11-23T09:00:00Z');
  return { now, history: { recent: agoMs.map((ago) => now - ago), isFirst } };
};

describe('a condition', () => {
  it.each<[string, string, Parameters<typeof denies>[1], boolean]>([
    ['tiers: this one', '{ tiers: routine }', {}, true],
    ['tiers: another', '{ tiers: [destructive, critical] }', {}, false],
    ['label: one of the file', '{ label: staging }', {}, true],
    ['label: production', '{ label: production }', { project: 'search-prod' }, true],
    ['label: of no project', '{ label: [staging, production] }', { project: null }, false],
    ['label: another', '{ label: dev }', { project: 'search-prod' }, false],
    ['protected: by pattern', '{ protected: true }', { target: { id: 'key_1', name: 'vip-bot' } }, true],
    ['protected: by id', '{ protected: true }', { target: { id: 'proj_billing', name: 'b' } }, true],
    ['protected: another', '{ protected: true }', { target: { id: 'key_1', name: 'bot' } }, false],
    ['protected: no target', '{ protected: true }', {}, false],
    ['not protected', '{ protected: false }', { target: { id: 'key_1', name: 'bot' } }, true],
    ['several: more', '{ several: { over: 3 } }', { steps: 4 }, true],
    ['several: as many', '{ several: { over: 3 } }', { steps: 3 }, false],
    ['follows: this', '{ follows: undoes }', { follows: 'undoes' }, true],
    ['follows: stands alone', '{ follows: undoes }', {}, false],
    ['not_from: outside', '{ not_from: [bea, approvers] }', {}, true],
    ['not_from: inside', '{ not_from: [bea, approvers] }', { by: SAM }, false],
    ['not_from: cannot be told', '{ not_from: on-call }', { members: {} }, true],
    ['unit: theirs', '{ unit: search }', {}, true],
    ['unit: another', '{ unit: payments }', {}, false],
    ['unit: not known', '{ unit: payments }', { by: SAM }, true],
    ['on_call: is', '{ on_call: on-call }', { members: { 'on-call': people(ERIN) } }, true],
    ['on_call: is not', '{ on_call: on-call }', { members: { 'on-call': people(BEA) } }, false],
    ['on_call: cannot be told', '{ on_call: on-call }', { members: {} }, true],
    ['lease: longer', '{ lease: { over: 30d } }', { bounds: { lifetimeMs: 31 * dayMs } }, true],
    ['lease: as long', '{ lease: { over: 30d } }', { bounds: { lifetimeMs: 30 * dayMs } }, false],
    ['lease: without end', '{ lease: { over: 30d } }', { bounds: { lifetimeMs: null } }, true],
    ['lease: nothing handed out', '{ lease: { over: 30d } }', {}, false],
    ['hard_limit: as much', '{ hard_limit: { upto: $50 } }', { hardLimit: { known: true, cents: 5_000 } }, true],
    ['hard_limit: more', '{ hard_limit: { upto: $50 } }', { hardLimit: { known: true, cents: 5_001 } }, false],
    ['hard_limit: none', '{ hard_limit: { upto: $50 } }', { hardLimit: { known: true, cents: null } }, false],
    ['hard_limit: none is over', '{ hard_limit: { over: $50 } }', { hardLimit: { known: true, cents: null } }, true],
    ['hard_limit: not known', '{ hard_limit: { upto: $50 } }', { hardLimit: { known: false, why: 'silent' } }, true],
    ['hard_limit: not read', '{ hard_limit: { upto: $50 } }', {}, true],
    [
      'hard_limit: no project',
      '{ hard_limit: { over: $50 } }',
      { project: null, hardLimit: { known: true, cents: null } },
      false,
    ],
    ['any_model: opened', "{ any_model: 'gpt-6-*' }", { bounds: { models: ['gpt-6-astra'] } }, true],
    ['any_model: not opened', "{ any_model: 'gpt-6-*' }", { bounds: { models: ['gpt-5'] } }, false],
    ['any_model: every model', "{ any_model: 'gpt-6-*' }", { bounds: { models: null } }, true],
    [
      'hours: within',
      '{ hours: { from: "09:00", to: "17:00", zone: Europe/Berlin } }',
      { now: at('2026-11-23T08:00:00Z') },
      true,
    ],
    [
      'hours: before',
      '{ hours: { from: "09:00", to: "17:00", zone: Europe/Berlin } }',
      { now: at('2026-11-23T07:59:59Z') },
      false,
    ],
    [
      'hours: at the end',
      '{ hours: { from: "09:00", to: "17:00", zone: Europe/Berlin } }',
      { now: at('2026-11-23T16:00:00Z') },
      false,
    ],
    [
      'hours: on a Sunday',
      '{ hours: { from: "09:00", to: "17:00", zone: UTC } }',
      { now: at('2026-11-22T10:00:00Z') },
      false,
    ],
    [
      'hours: in summer time',
      '{ hours: { from: "09:00", to: "17:00", zone: Europe/Berlin } }',
      { now: at('2026-07-06T07:00:00Z') },
      true,
    ],
    [
      'outside_hours: on a holiday',
      '{ outside_hours: { from: "09:00", to: "17:00", zone: UTC, except: holidays } }',
      { now: at('2026-12-25T10:00:00Z') },
      true,
    ],
    [
      'outside_hours: in a span of holidays',
      '{ outside_hours: { from: "09:00", to: "17:00", zone: UTC, except: holidays } }',
      { now: at('2026-12-30T10:00:00Z') },
      true,
    ],
    [
      'outside_hours: within',
      '{ outside_hours: { from: "09:00", to: "17:00", zone: UTC, except: holidays } }',
      { now: at('2026-12-24T10:00:00Z') },
      false,
    ],
    [
      'incident: linked',
      '{ incident: true }',
      { reason: 'Leak, see <https://status.acme.example/incidents/42>.' },
      true,
    ],
    [
      'incident: another address',
      '{ incident: true }',
      { reason: 'See https://status.acme.example.evil/incidents/42' },
      false,
    ],
    ['incident: none', '{ incident: false }', { reason: 'No incident' }, true],
    ['first_time: first', '{ first_time: true }', past([], true), true],
    ['first_time: again', '{ first_time: true }', past([], false), false],
    ['first_time: not known', '{ first_time: true }', { history: null }, true],
    ['burst: the fourth', '{ burst: { over: 3, within: 1h } }', past([1, 2, 3]), true],
    ['burst: the third', '{ burst: { over: 3, within: 1h } }', past([1, 2]), false],
    ['burst: earlier ones do not count', '{ burst: { over: 3, within: 1h } }', past([1, 2, hourMs]), false],
    ['burst: not known', '{ burst: { over: 3, within: 1h } }', { history: null }, true],
  ])('%s', (...[, when, facts, isMet]) => {
    expect(denies(when, facts)).toBe(isMet);
  });

  it.each<[string, PolicyFacts['bounds'], boolean]>([
    ['{ amount: { over: $500 } }', { amountCents: 50_001 }, true],
    ['{ amount: { over: $500 } }', { amountCents: 50_000 }, false],
    ['{ amount: { over: $500 } }', { amountCents: null }, true],
    ['{ amount: { over: $500 } }', {}, false],
    ['{ amount: { over: 500, upto: 600 } }', { amountCents: 60_000 }, true],
    ['{ amount: { over: 500, upto: 600 } }', { amountCents: 60_001 }, false],
    ['{ increase: { over: $100 } }', { amountCents: 20_001, beforeCents: 10_000 }, true],
    ['{ increase: { over: $100 } }', { amountCents: 20_000, beforeCents: 10_000 }, false],
    ['{ increase: { over: $100 } }', { amountCents: 5_000, beforeCents: 10_000 }, false],
    ['{ increase: { over: $0 } }', { amountCents: 10_001, beforeCents: 10_000 }, true],
    ['{ increase: { over: $100 } }', { amountCents: null, beforeCents: 10_000 }, true],
    ['{ increase: { over: $100 } }', { amountCents: 50_000, beforeCents: null }, false],
    ['{ increase: { over: $100 } }', { amountCents: 50_000 }, false],
  ])('F4 · %s of %j: %s', (when, bounds, isMet) => {
    expect(denies(when, { bounds })).toBe(isMet);
  });

  it.each<[string, PolicyFacts['bounds'], boolean]>([
    ['api.admin is among the scopes', { scopes: ['api.a', 'api.admin'] }, true],
    ['another scope', { scopes: ['api.a'] }, false],
    ['no scope of its own, which is all of them', { scopes: [] }, true],
    ['scopes that are no list', { scopes: null }, true],
    ['nothing that has scopes', {}, false],
  ])('F6 · any_scope with %s', (_, bounds, isMet) => {
    expect(denies('{ any_scope: api.admin }', { bounds })).toBe(isMet);
  });

  test('that cannot be answered holds back a permission', () => {
    const policy = policyWith({
      ...sections,
      rules:
        "rules: [{ name: Asked, operations: '*', requesters: everyone, when: { burst: { over: 1, within: 1h } } }]",
    });
    const verdict = evaluate(
      policy,
      factsOf({ policy, by: STRANGER, operation: 'keys.issue', facts: { history: null } }),
    );
    expect(refusalOf(verdict)).toMatchObject({ code: 'policy.no-rule' });
  });
});

describe('what a condition points at exists', () => {
  const rule = (when: string) => ({
    ...sections,
    rules: `rules: [{ name: One, operations: '*', requesters: everyone, when: ${when} }]`,
  });
  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['a label', rule('{ label: stagin }'), 'There is no label stagin. Did you mean staging?'],
    [
      'a calendar',
      rule('{ hours: { from: "09:00", to: "10:00", zone: UTC, except: holiday } }'),
      'There is no calendar holiday. Did you mean holidays?',
    ],
    ['a rota', rule('{ on_call: oncall }'), 'There is no group oncall. Did you mean on-call?'],
    ['somebody left out', rule('{ not_from: [bea, nobody] }'), 'There is no group or person nobody.'],
    [
      'a fallback',
      { groups: 'groups: { approvers: { people: [bea, omar], fallback: other } }' },
      'There is no group other. Add other under groups.',
    ],
    [
      'itself as a fallback',
      { groups: 'groups: { approvers: { people: [bea, omar], fallback: approvers } }' },
      'A group cannot stand in for itself; name another one.',
    ],
    [
      'a day that is none',
      { ...sections, more: 'calendars: { holidays: [2026-02-31] }' },
      'Write days such as 2026-12-25',
    ],
    ['an unknown condition', rule('{ amont: { over: 5 } }'), 'There is no setting amont here. Did you mean amount?'],
    ['an incident that is any word', { ...sections, more: "incident_link: '*'" }, 'Write the address of an incident'],
  ])('%s', (_, given, sentence) => {
    expect(problemsIn(policyText(given)).join('\n')).toContain(sentence);
  });
});
