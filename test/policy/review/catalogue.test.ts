import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { reviews } from '#policy/review/catalogue.ts';
import { marked, policyText, problemsIn, warningsIn } from '../fixture.ts';

const files = readdirSync(new URL('../../../src/policy/review/', import.meta.url))
  .map((name) => name.replace(/\.ts$/, ''))
  .filter((name) => name !== 'catalogue' && name !== 'review');

describe('the list of reviews', () => {
  test('holds every review there is, and no other', () => {
    expect(reviews.map(({ id }) => id).toSorted()).toEqual(files.toSorted());
  });
});

// ► stands where the problem is expected, and is taken out before the file is read.
const rule = (rest: string, at = '') => ({
  rules: `rules: [${at}{ name: One, operations: keys.issue, requesters: everyone, ${rest} }]`,
});
const rules = (...lines: readonly string[]) => ({
  rules: [
    'rules:',
    ...lines.map((line) => (line.startsWith('►') ? `  - ►{ ${line.slice(1)} }` : `  - { ${line} }`)),
  ].join('\n'),
});

describe('a policy that contradicts itself is refused', () => {
  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      'one Slack account in two people',
      {
        people:
          'people:\n  bea: { name: B, slack: U0BEA00001 }\n  omar: { name: O, slack: [U0OMAR0001, ►U0BEA00001] }\n  sam: { name: S, slack: U0SAM00001 }',
      },
      ['people.omar.slack[1]: U0BEA00001 belongs to bea already. One human is one entry: join the two.'],
    ],
    [
      'one address in two people, in other capitals',
      {
        people:
          'people:\n  bea: { name: B, slack: U0BEA00001, openai: b@acme.example }\n  omar: { name: O, slack: U0OMAR0001, openai: ►B@Acme.example }\n  sam: { name: S, slack: U0SAM00001 }',
      },
      ['people.omar.openai: B@Acme.example belongs to bea already. One human is one entry: join the two.'],
    ],
    [
      'one Slack account twice in one person',
      {
        people:
          'people:\n  bea: { name: B, slack: [U0BEA00001, ►U0BEA00001] }\n  omar: { name: O, slack: U0OMAR0001 }\n  sam: { name: S, slack: U0SAM00001 }',
      },
      ['people.bea.slack[1]: U0BEA00001 stands here twice; keep one.'],
    ],
    [
      'a group named like a person',
      { groups: 'groups: { approvers: [bea, omar], ►sam: [sam] }' },
      ['groups.sam: sam is a person already; give the group another name.'],
    ],
    [
      'a group called everyone',
      { groups: 'groups: { approvers: [bea, omar], ►everyone: [sam] }' },
      ['groups.everyone: everyone means every full member; take another name.'],
    ],
    [
      'a group that holds nobody',
      { groups: 'groups: { approvers: ►[] }' },
      ['groups.approvers: approvers holds nobody; list at least one person.'],
    ],
    [
      'a group of somebody unknown',
      { groups: 'groups: { approvers: [bea, ►omra, ►nobody] }' },
      [
        'groups.approvers[1]: There is no person omra. Did you mean omar?',
        'groups.approvers[2]: There is no person nobody. Add nobody under people.',
      ],
    ],
    [
      'a group that counts somebody twice',
      { groups: 'groups: { approvers: [bea, omar, ►bea] }' },
      ['groups.approvers[2]: bea stands here twice; keep one.'],
    ],
    [
      'two rules of one name',
      rules(
        'name: One, operations: keys.issue, requesters: [bea]',
        'name: ►One, operations: keys.revoke, requesters: everyone',
      ),
      ['rules[1].name: Another rule has this name too; take another name. It stands at policy.yml:16:13.'],
    ],
    [
      'an operation that does not exist',
      rules('name: One, operations: [keys.list, ►keys.isue], requesters: everyone'),
      ['rules[0].operations[1]: There is no operation keys.isue. Did you mean keys.issue?'],
    ],
    [
      'a family that does not exist',
      rules('name: One, operations: ►spend.*, requesters: everyone'),
      ['rules[0].operations[0]: There is no operation spend.*.'],
    ],
    [
      'an operation under live that does not exist',
      { live: 'live: { default: on, rules: [{ operations: ►key.issue, mode: off }] }' },
      ['live.rules[0].operations[0]: There is no operation key.issue. Did you mean keys.issue?'],
    ],
    [
      'requesters that do not exist',
      rules('name: One, operations: keys.issue, requesters: [►securty]'),
      ['rules[0].requesters[0]: There is no group or person securty. Did you mean security?'],
    ],
    [
      'everyone among others',
      rules('name: One, operations: keys.issue, requesters: [bea, ►everyone]'),
      ['rules[0].requesters[1]: everyone stands alone: write requesters: everyone.'],
    ],
    [
      'approvers from a group that does not exist',
      rule('from: ►aprovers'),
      ['rules[0].from[0]: There is no group aprovers. Did you mean approvers?'],
    ],
    [
      'approvers from a person',
      rule('from: ►bea'),
      ['rules[0].from[0]: bea is a person, and approvers are groups. Make a group that holds bea.'],
    ],
    [
      'approvers from everyone',
      rule('approvals: [{ count: 1, from: ►everyone }]'),
      ['rules[0].approvals[0].from[0]: Approvers are groups; everyone is none. Make a group of those who may approve.'],
    ],
    [
      'a tier that nobody approves',
      {
        tiers: 'tiers: { routine: { approvals: ►0, from: approvers } }',
        ...rules('name: One, operations: reads, requesters: everyone'),
      },
      ['tiers.routine.approvals: Only reads run without a second person: write 1 or more.'],
    ],
    [
      'a change that nobody approves',
      rule('approvals: ►0'),
      ['rules[0].approvals: Only reads run without a second person: write 1 or more.'],
    ],
    [
      'a change that nobody approves, in the long form',
      rule('approvals: [{ count: ►0, from: approvers }]'),
      ['rules[0].approvals[0].count: Only reads run without a second person: write 1 or more.'],
    ],
    [
      'everything without a second person, by a word that also covers changes',
      rules("name: One, operations: '*', requesters: everyone, approvals: ►0"),
      ['rules[0].approvals: Only reads run without a second person: write 1 or more.'],
    ],
    [
      'approvers named in two places',
      rule('approvals: [{ count: 1, from: approvers }], ►from: security'),
      ['rules[0].from: Each item of approvals has its own from; delete this one.'],
    ],
    [
      'a change whose approvers nobody names',
      { tiers: '', ...rules('►name: One, operations: keys.*, requesters: everyone') },
      ['rules[0]: Nobody is named who approves keys.issue: write from: [a group], here or under tiers.routine.'],
    ],
    [
      'a denial without a reason',
      rule('deny: true', '►'),
      ['rules[0].why: A rule that denies says why, for the person who is refused: why: "…".'],
    ],
    [
      'a denial that somebody approves, within bounds',
      rule('deny: true, why: No., ►approvals: 1, ►from: approvers, ►bounds: { lifetime_max: 1d }'),
      [
        'rules[0].approvals: Nobody approves what is denied; delete approvals.',
        'rules[0].from: Nobody approves what is denied; delete from.',
        'rules[0].bounds: Bounds belong to a rule that permits; what is outside them is refused anyway.',
      ],
    ],
    ['a permission that says why', rule('►why: Because.'), ['rules[0].why: Only a rule with deny: true says why.']],
    [
      'more approvers than a group has',
      rule('approvals: 2, from: security', '►'),
      ['rules[0]: security holds 1 person and 2 have to approve: add people, or ask for fewer.'],
    ],
  ])('%s', (_, sections, problems) => {
    const { text, places } = marked(policyText(sections));
    expect(problemsIn(text)).toEqual(problems.map((problem, i) => `policy.yml:${places[i] ?? ''} ${problem}`));
  });
});

describe('a policy that is allowed and worth a second look is warned about', () => {
  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      'a group that is too small once one of it asks',
      rule('approvals: 1, from: security', '►'),
      ['rules[0]: security holds 1 person: when one of them asks, too few are left to approve. Add a person.'],
    ],
    [
      'a rule below one that covers all of it',
      rules(
        'name: Wide, operations: changes, requesters: everyone',
        '►name: Narrow, operations: keys.issue, requesters: [bea], approvals: 2',
      ),
      ['rules[1]: This never decides, because “Wide” above covers all of it. Put the narrower rule first.'],
    ],
    [
      'consent to a read',
      rules('name: One, operations: keys.list, requesters: everyone, ►approvals: 2'),
      ['rules[0].approvals: Reads never wait for a second person; this has no effect.'],
    ],
    [
      'one person for what is critical',
      rules('►name: One, operations: projects.archive, requesters: everyone, approvals: 1'),
      ['rules[0]: projects.archive is critical, and one person alone can approve it here. Ask for two.'],
    ],
  ])('%s', (_, sections, warnings) => {
    const { text, places } = marked(policyText(sections));
    expect(warningsIn(text)).toEqual(warnings.map((warning, i) => `policy.yml:${places[i] ?? ''} ${warning}`));
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    [
      'a denial above a permission',
      rules(
        'name: No, operations: changes, requesters: everyone, deny: true, why: Frozen.',
        'name: Yes, operations: changes, requesters: everyone',
      ),
    ],
    [
      'a wide rule with bounds above a narrow one',
      rules(
        'name: Wide, operations: keys.issue, requesters: everyone, bounds: { lifetime_max: 1d }',
        'name: Narrow, operations: keys.issue, requesters: everyone',
      ),
    ],
    ['a Slack group, whose size only Slack knows', rule('approvals: 9, from: on-call')],
    ['a read with no consent', rules('name: One, operations: reads, requesters: everyone, approvals: 0')],
  ])('and %s is not', (_, sections) => {
    expect(warningsIn(policyText(sections))).toEqual([]);
  });
});
