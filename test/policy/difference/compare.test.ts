import { describe, expect, test } from 'vitest';
import { comparePolicies } from '#policy/difference/compare.ts';
import { loosens } from '#policy/difference/difference.ts';
import type { Policy } from '#policy/policy.ts';
import { policyWith, rules, vocabulary } from '../fixture.ts';

type Sections = Readonly<Record<string, string>>;

const compare = (was: Policy, is: Policy) => comparePolicies({ was, is, vocabulary });
const between = (was: Sections, is: Sections) =>
  compare(policyWith(was), policyWith(is)).map(({ direction, sentence }) => `${direction}: ${sentence}`);

const ISSUE = 'name: Keys, operations: keys.issue, requesters: everyone, bounds: { lifetime_max: 90d }';
const STRICT =
  "name: Strict, operations: 'keys.*', requesters: everyone, projects: production, approvals: 2, from: approvers";
const LOOK = 'name: Look, operations: reads, requesters: everyone';
const REVOKE = 'name: Revoke, operations: keys.revoke, requesters: everyone';
const NO_PROD =
  'name: Never there, operations: keys.issue, requesters: everyone, projects: production, deny: true, why: Never.';

describe('rules', () => {
  test.each([
    [
      'a new permission',
      [ISSUE],
      [ISSUE, REVOKE],
      [
        'looser: The rule “Revoke” would be new: it allows keys.revoke for everyone in any project, with as many as the tier asks.',
      ],
    ],
    [
      'what may be countersigned in advance',
      [ISSUE],
      [ISSUE, 'name: Own, operations: keys.issue, requesters: everyone, standing: true'],
      [
        'looser: Standing orders could be proposed under “Own”: it allows keys.issue for everyone in any project, with as many as the tier asks.',
      ],
    ],
    [
      'a shorter lifetime beside what may be countersigned in advance',
      [ISSUE, 'name: Own, operations: keys.issue, requesters: everyone, standing: true'],
      [ISSUE.replace('90d', '7d'), 'name: Own, operations: keys.issue, requesters: everyone, standing: true'],
      ['tighter: The rule “Keys” would change: the longest lifetime from 90 days to 7 days.'],
    ],
    [
      'a permission that goes',
      [ISSUE, REVOKE],
      [ISSUE],
      [
        'tighter: The rule “Revoke” would be gone: it allows keys.revoke for everyone in any project, with as many as the tier asks.',
      ],
    ],
    [
      'a longer lifetime',
      [ISSUE],
      [ISSUE.replace('90d', '180d')],
      ['looser: The rule “Keys” would change: the longest lifetime from 90 days to 180 days.'],
    ],
    [
      'a shorter lifetime',
      [ISSUE],
      [ISSUE.replace('90d', '30d')],
      ['tighter: The rule “Keys” would change: the longest lifetime from 90 days to 30 days.'],
    ],
    [
      'a stricter rule in front',
      [ISSUE],
      [STRICT, ISSUE],
      [
        'tighter: The rule “Strict” would be new: it allows keys.* for everyone in production, with 2 people from approvers.',
      ].map((line) => line.replace('tighter', 'looser')),
    ],
    [
      'a denial that goes',
      [NO_PROD, ISSUE],
      [ISSUE],
      ['looser: The denial “Never there” would be gone: it denies keys.issue for everyone in production.'],
    ],
    [
      'a new denial',
      [ISSUE],
      [NO_PROD, ISSUE],
      ['tighter: The denial “Never there” would be new: it denies keys.issue for everyone in production.'],
    ],
  ])('%s', (...[, was, is, said]) => {
    expect(between(rules(...was), rules(...is))).toEqual(said);
  });

  test('a stricter rule in front of a wider one tightens', () => {
    const narrow = STRICT.replace("'keys.*'", 'keys.revoke');
    expect(between(rules(REVOKE), rules(narrow, REVOKE))).toEqual([
      'tighter: The rule “Strict” would be new: it allows keys.revoke for everyone in production, with 2 people from approvers.',
    ]);
  });

  test('a strict rule that goes leaves its cases to a lighter one, which is said', () => {
    const narrow = STRICT.replace("'keys.*'", 'keys.revoke');
    expect(between(rules(narrow, REVOKE), rules(REVOKE))).toEqual([
      'tighter: The rule “Strict” would be gone: it allows keys.revoke for everyone in production, with 2 people from approvers.',
      'looser: The rule “Revoke” would also decide what another rule decided before, with less.',
    ]);
  });

  test('another order tightens nothing by itself, and loosens where the lighter rule comes first', () => {
    const narrow = STRICT.replace("'keys.*'", 'keys.revoke');
    expect(between(rules(narrow, REVOKE), rules(REVOKE, narrow))).toEqual([
      'looser: The rules would be tried in another order.',
    ]);
    expect(between(rules(LOOK, REVOKE), rules(REVOKE, LOOK))).toEqual([
      'neutral: The rules would be tried in another order.',
    ]);
  });

  test('a condition that this comparison has never heard of is unclear, and so looser', () => {
    const was = policyWith();
    const is = { ...was, moonPhase: 'full' } as Policy;
    expect(compare(was, is)).toEqual([
      {
        direction: 'unclear',
        sentence: 'moonPhase would change, in a way that is not compared and so counts as looser.',
      },
    ]);
    const [rule] = was.rules;
    const odd = { ...was, rules: [{ ...rule, moonPhase: 'full' }] } as unknown as Policy;
    expect(loosens(compare(was, odd))).toBe(true);
  });
});

const people = (...lines: readonly string[]) => ({
  people: ['people:', ...lines.map((line) => `  ${line}`)].join('\n'),
});
const ERIN = 'erin: { name: Erin Vale, slack: [U0ERIN0001, U0ERIN0002], openai: erin@acme.example }';
const BEA = 'bea: { name: Bea Lindqvist, slack: U0BEA00001, openai: Bea@Acme.example }';
const OMAR = 'omar: { name: Omar Haddad, slack: U0OMAR0001, openai: omar@acme.example }';
const SAM = 'sam: { name: Sam Okafor, slack: U0SAM00001 }';
const listsOnly = (approvers: string) => ({ groups: `groups: { approvers: [${approvers}], security: [sam] }` });

describe('people and groups', () => {
  test('a new approver loosens, one who leaves tightens', () => {
    const [two, three] = [listsOnly('bea, sam'), listsOnly('bea, sam, omar')];
    expect(between(two, three)).toEqual(['looser: Omar Haddad would belong to approvers.']);
    expect(between(three, two)).toEqual(['tighter: Omar Haddad would no longer belong to approvers.']);
  });

  test('a fallback, or a sooner one, loosens; a later one, or none, tightens', () => {
    const group = (more: string) => ({
      groups: `groups: { approvers: { people: [bea, omar]${more} }, security: [sam], leads: [sam] }`,
    });
    const [none = {}, two = {}, four = {}] = [
      '',
      ', fallback: security, escalate_after: 2h',
      ', fallback: security, escalate_after: 4h',
    ].map(group);
    expect(between(none, two)).toEqual(['looser: security could approve in place of approvers after 2 hours.']);
    expect(between(four, two)).toEqual([
      'looser: security could approve in place of approvers after 2 hours instead of 4 hours.',
    ]);
    expect(between(two, four)).toEqual([
      'tighter: security could approve in place of approvers after 4 hours instead of 2 hours.',
    ]);
    expect(between(two, none)).toEqual(['tighter: security would no longer approve in place of approvers.']);
    expect(between(two, group(', fallback: leads, escalate_after: 4h'))).toEqual([
      'looser: leads could approve in place of approvers after 4 hours, and security no longer.',
    ]);
    expect(between(none, group(', fallback: security'))).toEqual([
      'neutral: Who stands in for approvers would be named otherwise, and asked as little as before.',
    ]);
  });

  test('whoever leaves a group that is denied something could do it: that loosens', () => {
    const deny = {
      ...rules('name: Not them, operations: keys.issue, requesters: approvers, deny: true, why: No.', ISSUE),
    };
    expect(between({ ...deny, ...listsOnly('bea, omar, sam') }, { ...deny, ...listsOnly('bea, omar') })).toContain(
      'looser: The denial “Not them” would hold for fewer.',
    );
  });

  test('somebody who leaves altogether tightens where every group is a list, and not where Slack says who is in one', () => {
    const all = people(ERIN, BEA, OMAR, SAM);
    const gone = people(BEA, OMAR, SAM);
    expect(between({ ...all, ...listsOnly('bea, omar') }, { ...gone, ...listsOnly('bea, omar') })).toEqual([
      'tighter: Erin Vale would no longer be listed.',
    ]);
    expect(between(all, gone)).toEqual(['looser: Erin Vale would no longer be listed.']);
  });

  test.each([
    [
      'takes an account away, with which they could ask for what the other approves',
      ERIN.replace(', U0ERIN0002', ''),
      'looser: A Slack account of Erin Vale would no longer count as theirs.',
    ],
    [
      'adds an account',
      ERIN.replace('U0ERIN0002', 'U0ERIN0002, U0ERIN0003'),
      'looser: Another Slack account would count as Erin Vale.',
    ],
    [
      'binds another address',
      ERIN.replace('erin@', 'ceo@'),
      'looser: Erin Vale would be bound to another user at OpenAI.',
    ],
    [
      'writes the name differently',
      ERIN.replace('Erin Vale', 'Erin V.'),
      'neutral: Erin Vale would be called Erin V..',
    ],
  ])('a change that %s', (_, line, said) => {
    expect(between(people(ERIN, BEA, OMAR, SAM), people(line, BEA, OMAR, SAM))).toEqual([said]);
  });
});

describe('everything else', () => {
  const tiers = (critical: string) => ({
    tiers: `tiers: { routine: { from: approvers }, destructive: { from: approvers }, critical: ${critical} }`,
  });
  test.each<[string, Sections, Sections, readonly string[]]>([
    [
      'fewer approvals of a tier',
      tiers('{ from: approvers }'),
      tiers('{ approvals: 1, from: approvers }'),
      ['looser: A critical change would need 1 person from approvers instead of 2 people from approvers.'],
    ],
    [
      'more approvals of a tier',
      tiers('{ from: approvers }'),
      tiers('{ approvals: 3, from: approvers }'),
      ['tighter: A critical change would need 3 people from approvers instead of 2 people from approvers.'],
    ],
    [
      'another group for a tier',
      tiers('{ from: approvers }'),
      tiers('{ from: [approvers, security] }'),
      ['looser: A critical change would need 2 people from approvers or security instead of 2 people from approvers.'],
    ],
    [
      'less that counts as production',
      {},
      { projects: "projects: { production: ['none'] }" },
      ['tighter: none would count as production.', 'looser: *-prod would no longer count as production.'],
    ],
    [
      'what is switched on',
      { live: 'live: plan-only' },
      { live: 'live: on' },
      ['looser: What no line of live names would be on instead of plan-only.'],
    ],
    [
      'what is switched back',
      { live: 'live: on' },
      { live: 'live: plan-only' },
      ['tighter: What no line of live names would be plan-only instead of on.'],
    ],
    [
      'a line that holds back',
      { live: 'live: on' },
      { live: 'live: { default: on, rules: [{ operations: keys.issue, mode: plan-only }] }' },
      ['tighter: live would say: keys.issue plan-only for everyone.'],
    ],
    ['a longer wait', {}, { wait: 'decide_within: 48h' }, ['looser: Approvers would have 2 days instead of 1 day.']],
    [
      'more open requests',
      {},
      { limits: 'limits: { open_requests_per_person: 9 }' },
      ['looser: One person could have 9 open requests instead of 5.'],
    ],
    [
      'another channel',
      {},
      { channels: 'channels: { approvals: C0APPROVE1, audit: C0OTHER001, alerts: C0ALERTS01 }' },
      ['looser: The channel of audit would be another one.'],
    ],
  ])('%s', (...[, was, is, said]) => {
    expect(between(was, is)).toEqual(said);
  });
});
