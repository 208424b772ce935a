import { describe, expect, test } from 'vitest';
import { isNarrowing } from '#approvals/narrowing.ts';
import { personId } from '#domain/ids.ts';
import { catalogue } from '#operations/catalogue.ts';
import { refuseAtDesk } from '#policy/desk.ts';
import { comparePolicies } from '#policy/difference/compare.ts';
import { parsePolicy } from '#policy/parse.ts';
import { deskOperations } from '#policy/powers-alone.ts';
import { policyText, policyWith } from '../fixture.ts';

const vocabulary = { operations: catalogue };
const section = (more: string) => ({ desk: `desk: { ${more} }` });
const sound = section('people: bea, operations: keys.revoke');

function problemsOf(sections: Readonly<Record<string, string>>): string {
  const parsed = parsePolicy(policyText(sections), 'policy.yml', vocabulary);
  return parsed.kind === 'problems' ? parsed.problems.map(({ sentence }) => sentence).join(' ') : '';
}

describe('the desk', () => {
  test('is closed where a policy says nothing', () => {
    const policy = policyWith();
    expect(policy.desk).toBeNull();
    expect(refuseAtDesk(policy, { person: personId('bea'), operation: { id: 'keys.revoke' as never } })).toMatchObject({
      code: 'desk.off',
    });
  });

  test('is for what only takes away, all of which the catalogue has', () => {
    expect(deskOperations.filter((id) => !isNarrowing(id))).toEqual([]);
    expect(catalogue.map(({ id }) => id)).toEqual(expect.arrayContaining([...deskOperations]));
  });

  test.each([
    [
      'an operation that gives something',
      'people: bea, operations: keys.issue',
      'Name what can be stopped at the desk',
    ],
    ['a family', "people: bea, operations: 'keys.*'", 'Name what can be stopped at the desk'],
    ['thawing', 'people: bea, operations: freezes.thaw', 'Name what can be stopped at the desk'],
    ['a group', 'people: approvers, operations: keys.revoke', 'There is no approvers under people.'],
    ['no end of things unreviewed', 'people: bea, operations: keys.revoke, unreviewed: 21', 'from 1 to 20'],
  ])('is refused with %s', (_, more, sentence) => {
    expect(problemsOf(section(more))).toContain(sentence);
  });

  test.each([
    ['somebody who is not listed', 'erin', 'keys.revoke', 'desk.not-listed'],
    ['something that is not listed', 'bea', 'keys.pause', 'desk.not-for-this'],
  ])('is closed to %s', (_, who, id, code) => {
    const wanted = { person: personId(who), operation: { id: id as never } };
    expect(refuseAtDesk(policyWith(sound), wanted)).toMatchObject({ code });
  });

  test.each([
    ['a desk', {}, sound, 'looser', 'could stop things alone at the desk'],
    ['a person', sound, section('people: [bea, omar], operations: keys.revoke'), 'looser', 'could stop things alone'],
    [
      'an operation',
      sound,
      section('people: bea, operations: [keys.revoke, keys.pause]'),
      'looser',
      'for keys.pause too',
    ],
    ['more unreviewed', sound, section('people: bea, operations: keys.revoke, unreviewed: 6'), 'looser', '6 things'],
  ])('loosens a policy by %s, and tightens it by taking that away', (_, was, is, direction, sentence) => {
    const [one, other] = [policyWith(was), policyWith(is)];
    const there = comparePolicies({ was: one, is: other, vocabulary });
    expect(there.map((each) => each.direction)).toEqual(there.map(() => direction));
    expect(there.map((each) => each.sentence).join(' ')).toContain(sentence);
    const back = comparePolicies({ was: other, is: one, vocabulary });
    expect(new Set(back.map((each) => each.direction))).toEqual(new Set(['tighter']));
  });
});
