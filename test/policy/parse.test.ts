import { readdirSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogue } from '#operations/catalogue.ts';
import { parsePolicy } from '#policy/parse.ts';
import { policyIn, policyText, problemsIn, shipped, vocabulary } from './fixture.ts';

const examples = readdirSync(new URL('../../data/policies/', import.meta.url)).filter(
  (name) => !name.endsWith('.examples.yml'),
);

function digestOfText(text: string): string {
  const parsed = parsePolicy(text, 'policy.yml', vocabulary);
  return parsed.kind === 'policy' ? parsed.digest : 'problems';
}

describe('a policy file that is understood', () => {
  test.each(examples)('data/policies/%s is one, without a warning, about operations that exist', (name) => {
    const text = shipped(`policies/${name}`);
    expect(parsePolicy(text, name, { operations: catalogue })).toMatchObject({ kind: 'policy', warnings: [] });
  });

  test('reads short forms and long forms as the same policy', () => {
    const short = policyText({
      rules: 'rules: [{ name: All, operations: keys.issue, requesters: everyone, from: approvers }]',
    });
    const long = policyText({
      rules: 'rules:\n  - name: All\n    operations: [keys.issue]\n    requesters: [everyone]\n    from: [approvers]',
      live: 'live: { default: on, rules: [] }',
    });
    expect(policyIn(long)).toEqual(policyIn(short));
  });

  test('fills what is left out with the careful choice', () => {
    const policy = policyIn(policyText({ live: '', projects: '' }));
    expect(policy.live).toEqual({ default: 'plan-only', rules: [] });
    expect(policy.production).toEqual([]);
    expect(policy.workspace).toBeNull();
    expect([policy.decideWithinMs, policy.collectWithinMs]).toEqual([24 * 3_600_000, 24 * 3_600_000]);
    expect(policy.limits.openRequestsPerPerson).toBe(5);
    expect(policy.groups['on-call']).toEqual({
      kind: 'slack',
      slackGroup: 'S0ONCALL01',
      allowUnlisted: false,
      unit: null,
      hours: null,
      fallback: null,
      escalateAfterMs: null,
    });
  });

  test('has one digest whatever its comments, spelling and order of people', () => {
    const reordered = policyText({
      people: [
        'people: # the same four',
        '  sam: { slack: [U0SAM00001], name: "Sam Okafor" }',
        '  omar: { name: Omar Haddad, slack: U0OMAR0001, openai: omar@acme.example }',
        '  bea: { name: Bea Lindqvist, slack: U0BEA00001, openai: Bea@Acme.example }',
        '  erin: { name: Erin Vale, slack: [U0ERIN0001, U0ERIN0002], openai: erin@acme.example }',
      ].join('\n'),
    });
    expect(digestOfText(reordered)).toBe(digestOfText(policyText()));
    expect(digestOfText(policyText())).toMatch(/^[0-9a-f]{64}$/);
  });

  test('has another digest as soon as it says something else', () => {
    expect(digestOfText(policyText({ live: 'live: plan-only' }))).not.toBe(digestOfText(policyText()));
  });
});

// Sections stand one after the other: version on line 1, channels 2, people 3–7, groups 8–12, projects 13, tiers 14, rules 15.
describe('a policy file that is not understood says where and what to write', () => {
  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      'a misspelt setting of the file',
      { live: 'live: on\nchannel: C0APPROVE1' },
      ['policy.yml:17:1 channel: There is no setting channel here. Did you mean channels?'],
    ],
    [
      'a misspelt setting of a rule',
      { rules: 'rules:\n  - name: All\n    operation: keys.issue\n    requesters: everyone' },
      [
        'policy.yml:16:5 rules[0].operations: This is missing. Name operations: an id such as keys.issue, a family such as keys.*, or one of reads, changes and *.',
        'policy.yml:17:5 rules[0].operation: There is no setting operation here. Did you mean operations?',
      ],
    ],
    [
      'a setting nobody could have meant',
      { projects: 'projects: { zzzzzzzzzz: 1 }' },
      [
        'policy.yml:13:13 projects.zzzzzzzzzz: There is no setting zzzzzzzzzz here. The settings are production, labels.',
      ],
    ],
    [
      'a channel by name',
      { channels: 'channels: { approvals: "#approvals", audit: C0AUDIT001, alerts: C0ALERTS01 }' },
      [
        'policy.yml:2:24 channels.approvals: Write the id of a Slack channel, such as C0123ABCD: it stands at the bottom of the channel’s details.',
      ],
    ],
    [
      'an empty value, at its key',
      { channels: 'channels:\n  approvals:\n  audit: C0AUDIT001\n  alerts: C0ALERTS01' },
      [
        'policy.yml:3:3 channels.approvals: This is missing. Write the id of a Slack channel, such as C0123ABCD: it stands at the bottom of the channel’s details.',
      ],
    ],
    [
      'one wrong word of a list, at that word',
      {
        people:
          'people:\n  erin:\n    name: Erin\n    slack: [U0ERIN0001, erin]\n  bea: { name: B, slack: U0BEA00001 }',
      },
      [
        'policy.yml:6:25 people.erin.slack[1]: Write the id of a Slack user, such as U0123ABCD: “Copy member ID” in the menu of their profile.',
      ],
    ],
    [
      'a name that no person can have',
      { people: 'people:\n  Erin Vale: { name: Erin, slack: U0ERIN0001 }' },
      [
        'policy.yml:4:3 people.Erin Vale: Take a short name of lower-case letters, digits, dots and dashes, such as bea.',
      ],
    ],
    [
      'a span without a unit',
      { live: 'live: on\ndecide_within: 24' },
      ['policy.yml:17:16 decide_within: Write how long approvers have to decide, from 5m to 72h, such as 24h.'],
    ],
    [
      'a span that is too long',
      { live: 'live: on\ncollect_within: 73h' },
      ['policy.yml:17:17 collect_within: Write how long an approval lasts, from 5m to 72h, such as 24h.'],
    ],
    ['a mode that is a yes or no', { live: 'live: true' }, ['policy.yml:16:7 live: Write off, plan-only or on.']],
    [
      'a mode inside live',
      { live: 'live: { default: on, rules: [{ operations: keys.issue, mode: dry }] }' },
      ['policy.yml:16:62 live.rules[0].mode: Write off, plan-only or on.'],
    ],
    [
      'a number of people that is none',
      { tiers: 'tiers: { routine: { approvals: two, from: approvers } }' },
      [
        'policy.yml:14:32 tiers.routine.approvals: Write how many people have to approve, from 1 to 9. Or a list of { count, from }.',
      ],
    ],
    [
      'no rules',
      { rules: 'rules: []' },
      ['policy.yml:15:8 rules: Write at least one rule; without one nobody may do anything.'],
    ],
    [
      'no section for rules',
      { rules: '' },
      ['policy.yml:1:1 rules: This is missing. Write a list of rules; without one nobody may do anything.'],
    ],
    ['a later version', { version: 'version: 3' }, ['policy.yml:1:10 version: Write version: 2.']],
    ['a key given twice', { live: 'live: on\nlive: off' }, ['policy.yml:17:1: This key stands here twice; keep one.']],
    ['tabs', { projects: 'projects:\n\tproduction: []' }, ['policy.yml:14:1: Indent with spaces, never with tabs.']],
    [
      'an alias',
      { live: 'live: &all on\nworkspace: *all' },
      ['policy.yml:17:12: Write it out; *all only points at it.'],
    ],
    ['a tag', { live: 'live: !secret on' }, ['policy.yml:16:7: This is not valid YAML: Unresolved tag: !secret']],
    ['a key that is no word', { live: 'live: on\n? [a, b]\n: 1' }, ['policy.yml:17:3: A key is one word.']],
    [
      'a name that scripts trip over',
      { groups: 'groups: { approvers: [bea, omar], __proto__: [sam] }' },
      ['policy.yml:8:35: Take another name than __proto__.'],
    ],
    [
      'hidden characters in a name',
      { rules: 'rules: [{ name: "A\\u202Ell", operations: keys.issue, requesters: everyone }]' },
      ['policy.yml:15:17 rules[0].name: Type it again on one line; it holds invisible or control characters.'],
    ],
  ])('%s', (_, sections, problems) => {
    expect(problemsIn(policyText(sections))).toEqual(problems);
  });

  test('that is empty', () => {
    expect(problemsIn('')).toEqual([
      'policy.yml:1:1: This is missing. Write the policy here; data/policy.yml is a first one.',
    ]);
  });

  test('that is a list', () => {
    expect(problemsIn('- version: 1')).toEqual([
      'policy.yml:1:1: Write the policy here; data/policy.yml is a first one.',
    ]);
  });

  test('that is enormous, without reading it', () => {
    expect(problemsIn('a'.repeat(513 * 1024))).toEqual([
      'policy.yml:1:1: This is longer than 512 KiB, so it is hardly a policy.',
    ]);
  });

  test('that is broken YAML', () => {
    expect(problemsIn('version: [1')[0]).toMatch(/^policy\.yml:1:\d+: This is not valid YAML: /);
  });

  test('lists everything that is wrong, in reading order', () => {
    const text = policyText({ version: 'version: 3', live: 'live: maybe', projects: 'projects: 1' });
    expect(problemsIn(text).map((line) => line.split(' ')[1])).toEqual(['version:', 'projects:', 'live:']);
  });
});

describe('whatever a file holds', () => {
  test('parsing answers, and each problem points into the file', () => {
    const words = fc.constantFrom(
      'version',
      ':',
      ' ',
      '\n',
      '  ',
      '- ',
      '{',
      '}',
      '[',
      ']',
      '1',
      'people',
      'groups',
      'rules',
      '&a',
      '*a',
      '"',
      "'",
      '|',
      '#',
      '!x',
      '? ',
      '<<',
      '\t',
      'é',
      '\u0000',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ maxLength: 4 })), { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const parsed = parsePolicy(text, 'p.yml', vocabulary);
        expect(parsed.kind).toBe('problems');
        if (parsed.kind !== 'problems') return;
        expect(parsed.problems.length).toBeGreaterThan(0);
        const most = text.split('\n').length;
        for (const { line, column, sentence } of parsed.problems) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(most);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(sentence).not.toBe('');
        }
      }),
      { numRuns: 500 },
    );
  });
});
