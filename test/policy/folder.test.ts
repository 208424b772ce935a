import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePolicy } from '#policy/parse.ts';
import { joinFiles, splitFiles } from '#policy/policy-files.ts';
import { formatProblem } from '#policy/problem.ts';
import { policyText, vocabulary } from './fixture.ts';

/** Parses what stands in these files of a folder, each under its name. */
function parsed(files: Readonly<Record<string, string>>) {
  return parsePolicy(joinFiles(Object.entries(files).map(([name, text]) => ({ name, text }))), 'policy', vocabulary);
}

function problems(files: Readonly<Record<string, string>>): readonly string[] {
  const read = parsed(files);
  return read.kind === 'problems' ? read.problems.map(formatProblem) : [];
}

const head = [
  'version: 2',
  'channels: { approvals: C0APPROVE1, audit: C0AUDIT001, alerts: C0ALERTS01 }',
  'tiers: { routine: { from: approvers }, destructive: { from: approvers }, critical: { from: approvers } }',
].join('\n');
const team = 'people: { bea: { name: Bea, slack: U0BEA00001 } }\ngroups: { approvers: [bea, omar, sam] }';
const other =
  'people:\n  omar: { name: Omar, slack: U0OMAR0001 }\n  sam: { name: Sam, slack: U0SAM00001 }\nrules:\n  - { name: Keys, operations: keys.issue, requesters: everyone }';
const last = 'rules:\n  - { name: Reads, operations: reads, requesters: everyone }\nlive: on';
const files = { '10.yml': head, '20.yml': team, '30.yml': other, '40.yml': last };

describe('a policy in several files', () => {
  test('says the same, under the same digest, as one file with all of it', () => {
    const one = policyText({
      version: 'version: 2',
      people:
        'people: { bea: { name: Bea, slack: U0BEA00001 }, omar: { name: Omar, slack: U0OMAR0001 }, sam: { name: Sam, slack: U0SAM00001 } }',
      groups: 'groups: { approvers: [bea, omar, sam] }',
      projects: '',
      rules:
        'rules: [{ name: Keys, operations: keys.issue, requesters: everyone }, { name: Reads, operations: reads, requesters: everyone }]',
    });
    const whole = parsePolicy(one, 'policy.yml', vocabulary);
    expect(whole.kind).toBe('policy');
    expect(parsed(files)).toEqual(whole);
  });

  test('puts rules one after the other in the order of the names of their files', () => {
    const swapped = parsed({
      ...files,
      '30.yml': `${other.split('rules:')[0]}\n${last.replace('live: on', '')}`,
      '40.yml': `rules:${other.split('rules:')[1]}\nlive: on`,
    });
    expect(swapped).toMatchObject({ policy: { rules: [{ name: 'Reads' }, { name: 'Keys' }] } });
    expect(swapped).not.toMatchObject({ digest: (parsed(files) as { digest: string }).digest });
  });

  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      'a person in two files',
      { '40.yml': `${last}\npeople:\n  bea: { name: Beatrix, slack: U0OTHER001 }` },
      ['40.yml:5:3 people.bea: This stands at 20.yml:1:11 too; keep one.'],
    ],
    [
      'a group in two files',
      { '40.yml': `${last}\ngroups: { approvers: [sam] }` },
      ['40.yml:4:11 groups.approvers: This stands at 20.yml:2:11 too; keep one.'],
    ],
    [
      'a section that only one file may hold, even if both say the same',
      { '30.yml': `${other}\nlive: on` },
      ['40.yml:3:1 live: This stands at 30.yml:6:1 too; keep one.'],
    ],
    [
      'the name of a rule in two files',
      { '40.yml': last.replace('Reads', 'Keys') },
      ['40.yml:2:13 rules[0].name: Another rule has this name too; take another name. It stands at 30.yml:5:13.'],
    ],
    [
      'a word that points at nothing, in the file in which it stands',
      { '40.yml': last.replace('everyone', '[erin]') },
      ['40.yml:2:52 rules[0].requesters[0]: There is no group or person erin.'],
    ],
    [
      'a misspelt setting, in the file in which it stands',
      { '40.yml': `${last}\nchannel: C0APPROVE1` },
      ['40.yml:4:1 channel: There is no setting channel here. Did you mean channels?'],
    ],
    ['broken YAML, in its file', { '20.yml': `${team}\nlive: [` }, ['20.yml:3:8: This is not valid YAML: ']],
    ['what is no section', { '30.yml': '- people' }, ['30.yml:1:1: Write sections of the policy here, such as rules.']],
    [
      'people as a list',
      { '20.yml': team.replace('{ bea: {', '[{').replace('} }', '}]') },
      ['20.yml:1:1 people: Write names here, each with what it is.'],
    ],
    ['a rule that is no list', { '40.yml': 'rules: { name: One }' }, ['40.yml:1:1 rules: Write a list here.']],
    ['what stands nowhere, in the first', { '10.yml': 'version: 2' }, ['10.yml:1:1 channels: This is missing.']],
  ])('is refused for %s', (_, replaced, expected) => {
    const found = problems({ ...files, ...replaced });
    expect(found.length).toBeGreaterThanOrEqual(expected.length);
    for (const [i, sentence] of expected.entries()) expect(found[i]).toContain(sentence);
  });

  test('may hold files with nothing but comments', () => {
    expect(parsed({ ...files, '50.yml': '# later\n' })).toEqual(parsed(files));
  });

  test('is too long if all of it together is', () => {
    const half = `# ${'a'.repeat(300 * 1024)}`;
    expect(problems({ ...files, '50.yml': half, '60.yml': half }).join()).toContain('longer than 512 KiB');
  });
});

describe('the text of a policy', () => {
  test('of one file is that file, to the letter', () => {
    expect(joinFiles([{ name: 'policy.yml', text: 'version: 2\n' }])).toBe('version: 2\n');
  });

  test('of several gives each of them back, whatever they hold', () => {
    const file = fc.record({ name: fc.string(), text: fc.string() });
    fc.assert(
      fc.property(fc.array(file, { minLength: 2, maxLength: 5 }), (given) => {
        expect(splitFiles(joinFiles(given), 'policy')).toEqual(given);
      }),
    );
  });

  test.each(['{"countersign-policy-files":', '{"countersign-policy-files":[1]}', '{"countersign-policy-files":[]}'])(
    'that only looks joined is one file: %s',
    (text) => {
      expect(splitFiles(text, 'policy.yml')).toEqual([{ name: 'policy.yml', text }]);
    },
  );
});
