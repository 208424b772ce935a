import { describe, expect, test } from 'vitest';
import { catalogue } from '#operations/catalogue.ts';
import { houseFamilies } from '#policy/house-families.ts';
import { comparePolicies } from '#policy/difference/compare.ts';
import { evaluate } from '#policy/evaluate.ts';
import { parsePolicy } from '#policy/parse.ts';
import { BEA, eligibleIn, ERIN, factsOf, policyText, policyWith, refusalOf, SAM } from '../fixture.ts';

const vocabulary = { operations: catalogue };
const section = (text: string) => ({ confidential: `confidential: { ${text} }` });
const sound = section('operations: keys.revoke, requesters: security, approvers: approvers, delay: 1d');
const ORDERED = {
  tiers:
    'tiers: { routine: { from: approvers }, destructive: { approvals: [{ count: 1, from: security }, { count: 1, from: on-call }], in_order: true, notify: on-call }, critical: { from: approvers } }',
};

function problemsOf(text: string): string {
  const parsed = parsePolicy(policyText(section(text)), 'policy.yml', vocabulary);
  return parsed.kind === 'problems' ? parsed.problems.map(({ sentence }) => sentence).join(' ') : '';
}

function judged(by: string, operation: string, sections: Readonly<Record<string, string>> = sound) {
  const policy = policyWith(sections);
  return evaluate(policy, factsOf({ policy, by, operation, facts: { confidential: true } }));
}

describe('a confidential request', () => {
  test('is refused where a policy says nothing of it', () => {
    expect(policyWith().confidential).toBeNull();
    expect(refusalOf(judged(SAM, 'keys.revoke', {})).code).toBe('confidential.off');
  });

  test.each([
    { by: ERIN, operation: 'keys.revoke', code: 'confidential.not-named' },
    { by: SAM, operation: 'keys.issue', code: 'confidential.not-listed' },
  ])('is refused as $code', ({ by, operation, code }) => {
    expect(refusalOf(judged(by, operation)).code).toBe(code);
  });

  test('is decided by its own approvers, and never by whoever asks', () => {
    expect(eligibleIn(judged(SAM, 'keys.revoke'))).toEqual([['bea', 'omar']]);
  });

  test('needs as many people as the rule asks for, in no order, and nobody else hears of it', () => {
    const verdict = judged(SAM, 'keys.revoke', { ...sound, ...ORDERED });
    expect(verdict).toMatchObject({
      kind: 'permit',
      requirements: [{ count: 2, from: ['approvers'] }],
      manner: { inOrder: false, notify: [] },
    });
  });

  test('is refused where too few of its approvers are left', () => {
    const two = section('operations: keys.revoke, requesters: [security, bea], approvers: pair, delay: 1d');
    const groups = { groups: 'groups: { approvers: [bea, omar, sam], security: [sam], pair: [bea, omar] }' };
    const strict = {
      tiers:
        'tiers: { routine: { from: approvers }, destructive: { approvals: 2, from: approvers }, critical: { from: approvers } }',
    };
    expect(eligibleIn(judged(SAM, 'keys.revoke', { ...two, ...groups, ...strict }))).toEqual([['bea', 'omar']]);
    expect(judged(BEA, 'keys.revoke', { ...two, ...groups, ...strict }).kind).toBe('deny');
  });

  test('changes nothing for what is asked in the open', () => {
    const policy = policyWith(sound);
    expect(eligibleIn(evaluate(policy, factsOf({ policy, by: 'U0OMAR0001', operation: 'keys.revoke' })))).toEqual([
      ['bea', 'sam'],
    ]);
  });
});

describe('the section confidential', () => {
  test('never hides what changes the house itself: every family that does is on the list', () => {
    const house = catalogue.filter(({ at }) => at === 'house').map(({ family }) => family);
    expect(houseFamilies).toEqual(expect.arrayContaining([...new Set(house)]));
  });

  test.each([
    ['requesters: sam, approvers: approvers, delay: 1d', 'Name the operations'],
    ['operations: keys.revoke, approvers: approvers, delay: 1d', 'who may ask'],
    ['operations: keys.revoke, requesters: sam, delay: 1d', 'Name the groups that decide'],
    ['operations: keys.revoke, requesters: sam, approvers: approvers', 'from 1h to 30d'],
    ['operations: keys.revoke, requesters: sam, approvers: approvers, delay: 31d', 'from 1h to 30d'],
    ['operations: keys.revoke, requesters: everybody, approvers: approvers, delay: 1d', 'no group or person everybody'],
    ['operations: keys.revoke, requesters: sam, approvers: bea, delay: 1d', 'There is no group bea.'],
    ['operations: keys.revok, requesters: sam, approvers: approvers, delay: 1d', 'There is no operation keys.revok.'],
    ['operations: keys.list, requesters: sam, approvers: approvers, delay: 1d', 'changes nothing'],
    ['operations: policy.adopt, requesters: sam, approvers: approvers, delay: 1d', 'is never confidential'],
    ['operations: changes, requesters: sam, approvers: approvers, delay: 1d', 'is never confidential'],
    ['operations: keys.revoke, requesters: bea, approvers: security, delay: 1d', 'a group of at least two'],
  ])('is refused as { %s }', (text, sentence) => {
    expect(problemsOf(text)).toContain(sentence);
  });

  const between = (was: Readonly<Record<string, string>>, is: Readonly<Record<string, string>>) =>
    comparePolicies({ was: policyWith(was), is: policyWith(is), vocabulary }).map(
      ({ direction, sentence }) => `${direction}: ${sentence}`,
    );
  const like = (was: string, is: string) => ({ confidential: (sound.confidential ?? '').replace(was, is) });

  test.each([
    {
      title: 'begun',
      was: {},
      is: sound,
      sentence: 'looser: security could keep keys.revoke confidential, decided by approvers, until 1 day after it ran.',
    },
    { title: 'ended', was: sound, is: {}, sentence: 'tighter: Nothing could be kept confidential any more.' },
    {
      title: 'for more operations',
      was: sound,
      is: like('keys.revoke', '[keys.revoke, keys.issue]'),
      sentence: 'looser: keys.issue could be confidential.',
    },
    {
      title: 'for fewer people',
      was: like('requesters: security', 'requesters: [security, bea]'),
      is: sound,
      sentence: 'tighter: bea could ask confidentially no longer.',
    },
    {
      title: 'decided by others too',
      was: sound,
      is: like('approvers: approvers', 'approvers: [approvers, on-call]'),
      sentence: 'looser: on-call would decide on what is confidential.',
    },
    {
      title: 'for longer',
      was: sound,
      is: like('1d', '7d'),
      sentence: 'looser: What is confidential would stay so for 7 days after it ran instead of 1 day.',
    },
    {
      title: 'for less long',
      was: sound,
      is: like('1d', '1h'),
      sentence: 'tighter: What is confidential would stay so for 1 hour after it ran instead of 1 day.',
    },
  ])('is compared: $title', ({ was, is, sentence }) => {
    expect(between(was, is)).toEqual([sentence]);
  });
});
