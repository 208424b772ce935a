import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { catalogue } from '#operations/catalogue.ts';
import { coverageOf } from '#policy/coverage.ts';
import { evaluate } from '#policy/evaluate.ts';
import { factsOfExample } from '#policy/examples.ts';
import { policyJsonSchema } from '#policy/json-schema.ts';
import { parsePolicy } from '#policy/parse.ts';
import { fillPolicy, type Placeholder } from '#policy/placeholder.ts';
import type { Policy } from '#policy/policy.ts';
import { formatProblem } from '#policy/problem.ts';
import { parseAsked, parseExamples, tryExamples } from '#policy/try-examples.ts';
import { policyWith, shipped, vocabulary as small } from './fixture.ts';

const vocabulary = { operations: catalogue };
const now = Date.UTC(2026, 10, 23, 9, 0);

function policyIn(text: string, name: string): Policy {
  const parsed = parsePolicy(text, name, vocabulary);
  if (parsed.kind === 'problems') throw new Error(parsed.problems.map(formatProblem).join('\n'));
  return parsed.policy;
}

/** Examples that are answered otherwise than they say, each as `expected → answered`. */
function wrongIn(policy: Policy, text: string, name: string): readonly string[] {
  const parsed = parseExamples(text, name);
  if (parsed.kind === 'problems') return parsed.lines;
  return tryExamples({ policy, vocabulary, now }, parsed.examples)
    .filter(({ isRight }) => !isRight)
    .map(({ example, answer }) => `${example.person} ${example.operation}: ${example.expect} → ${answer}`);
}

const names = readdirSync(new URL('../../data/policies/', import.meta.url));
const withExamples = names.filter((name) => names.includes(name.replace('.yml', '.examples.yml')));

describe('a policy that is shipped as an example', () => {
  test.each(withExamples)('%s answers as its examples say', (name) => {
    const beside = name.replace('.yml', '.examples.yml');
    const policy = policyIn(shipped(`policies/${name}`), name);
    expect(wrongIn(policy, shipped(`policies/${beside}`), beside)).toEqual([]);
  });

  test.each(withExamples)('%s says in its header what it protects and what it does not', (name) => {
    const header = shipped(`policies/${name}`).split('version:')[0] ?? '';
    expect(header).toContain('Protects: ');
    expect(header).toContain('Does NOT protect: ');
  });

  test('there is one for each kind of house', () => {
    const kinds = ['bank.yml', 'company.yml', 'first-week.yml', 'keys-only.yml', 'start-up.yml', 'watch-only.yml'];
    expect(withExamples).toEqual(expect.arrayContaining(kinds));
  });
});

const page = readFileSync(new URL('../../docs/write-a-policy.md', import.meta.url), 'utf8');

/** Each recipe laid over the page's whole policy, with the examples that follow it. */
function recipes() {
  const [intro = '', ...sections] = page.split(/^## /m);
  const base = parse(/```yaml\n([\s\S]*?)```/.exec(intro)?.[1] ?? '') as object;
  return sections.map((section) => {
    const [part = '', examples = ''] = [...section.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text ?? '');
    return {
      heading: section.split('\n')[0] ?? '',
      text: stringify({ ...base, ...(parse(part) as object) }),
      examples,
    };
  });
}

describe('the recipes in docs/write-a-policy.md', () => {
  test('are more than twenty', () => {
    expect(recipes().length).toBeGreaterThan(20);
  });

  test.each(recipes())('$heading', ({ text, examples }) => {
    expect(wrongIn(policyIn(text, 'recipe.yml'), examples, 'recipe.examples.yml')).toEqual([]);
  });
});

describe('an example', () => {
  const policy = policyIn(shipped('policies/sandbox.yml'), 'sandbox.yml');

  test('that the policy answers otherwise is told', () => {
    const text = "examples: [{ person: somebody, operation: keys.list, expect: 'refused' }]";
    expect(wrongIn(policy, text, 'e.yml')).toEqual(['somebody keys.list: refused → yes']);
  });

  test.each([
    ['examples: [{ person: erin, operation: keys.list }]', 'e.yml examples.0.expect: This is missing.'],
    ['examples: []', 'e.yml examples: Write a list of examples.'],
    ["examples: [{ person: erin, opration: keys.list, expect: 'yes' }]", 'Did you mean operation?'],
    ['examples: [', 'e.yml: '],
  ])('that is not understood is told: %s', (text, sentence) => {
    expect(wrongIn(policy, text, 'e.yml').join('\n')).toContain(sentence);
  });

  test('of an operation that does not exist is wrong', () => {
    const text = "examples: [{ person: erin, operation: keys.isue, expect: 'yes' }]";
    expect(wrongIn(policy, text, 'e.yml').join()).toContain('there is no such operation');
  });
});

describe('where a policy will stall', () => {
  test('is told for small groups, groups without a fallback and people whose requests nobody could approve', () => {
    const policy = policyWith({
      groups:
        'groups: { approvers: { people: [bea, omar], fallback: security }, security: { people: [sam], fallback: approvers, escalate_after: 2h }, spare: [sam] }',
      rules:
        'rules: [{ name: One, operations: keys.issue, requesters: everyone, approvals: 2 }, { name: Two, operations: keys.revoke, requesters: everyone, from: security }]',
    });
    expect(coverageOf(policy, small)).toEqual([
      'approvers has 2 people: a holiday and one of their own requests stall “One”.',
      'approvers says no escalate_after: its fallback security is never asked, which stalls “One”.',
      'security has 1 person: a holiday and one of their own requests stall “Two”.',
      '“One”, routine: what Bea Lindqvist, Omar Haddad asks for could never be approved.',
      '“Two”, destructive: what Sam Okafor asks for could never be approved.',
    ]);
  });

  test('is nowhere in a policy with three people a group who stand in for each other', () => {
    expect(coverageOf(policyIn(shipped('policies/start-up.yml'), 'start-up.yml'), vocabulary)).toEqual([]);
  });
});

test('the published JSON Schema is current; `npm run -s countersign -- policy schema > data/policy.schema.json` renews it', () => {
  expect(JSON.parse(shipped('policy.schema.json'))).toEqual(JSON.parse(JSON.stringify(policyJsonSchema('whole'))));
});

// In the sandbox everybody tries everything, and in the first week nothing is sent.
const inEarnest = ['policy.yml', ...names.map((name) => `policies/${name}`)].filter(
  (file) => !/examples|sandbox|first-week/.test(file),
);

/** Each placeholder of the first policy filled with something that could stand there. */
function filled(text: string): string {
  const values: Partial<Record<Placeholder, string>> = { FILL_IN_CHANNEL: 'C0TEAM0001' };
  for (const [i, which] of (['FIRST', 'SECOND'] as const).entries()) {
    values[`FILL_IN_${which}_ID`] = `person${i}`;
    values[`FILL_IN_${which}_NAME`] = `Person ${i}`;
    values[`FILL_IN_${which}_SLACK`] = `U0PERSON${i}`;
    values[`FILL_IN_${which}_EMAIL`] = `person${i}@acme.example`;
  }
  return fillPolicy(text, values as Record<Placeholder, string>);
}

describe('F7 · an admin key', () => {
  test('is critical, whoever asks for it', () => {
    const made = catalogue.find(({ id }) => id === 'admin-keys.create');
    expect(made).toMatchObject({ tier: 'critical', kind: 'change' });
  });

  test.each(inEarnest)('is nothing that just anybody can ask for under %s', (file) => {
    const policy = policyIn(filled(shipped(file)), file);
    const asked = parseAsked({ person: 'somebody', operation: 'admin-keys.create', lifetime: '7d' });
    const facts = asked.kind === 'asked' ? factsOfExample({ policy, vocabulary, members: {}, now }, asked.asked) : null;
    if (facts === null) throw new Error('There is no admin-keys.create');
    expect(evaluate(policy, facts).kind).toBe('deny');
  });
});
