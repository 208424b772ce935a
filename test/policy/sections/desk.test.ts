import { describe, expect, test } from 'vitest';
import { isNarrowing } from '#approvals/narrowing.ts';
import { operationId, personId } from '#domain/ids.ts';
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
    expect(
      refuseAtDesk(policy, { person: personId('bea'), operation: { id: operationId('keys.revoke') } }),
    ).toMatchObject({
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
    { what: 'somebody who is not listed', who: 'erin', id: 'keys.revoke', code: 'desk.not-listed' },
    { what: 'something that is not listed', who: 'bea', id: 'keys.pause', code: 'desk.not-for-this' },
  ])('is closed to $what', ({ who, id, code }) => {
    const wanted = { person: personId(who), operation: { id: operationId(id) } };
    expect(refuseAtDesk(policyWith(sound), wanted)).toMatchObject({ code });
  });

  const twoPeople = section('people: [bea, omar], operations: keys.revoke');
  const twoThings = section('people: bea, operations: [keys.revoke, keys.pause]');
  const more = section('people: bea, operations: keys.revoke, unreviewed: 6');

  test.each([
    { by: 'a desk', was: {}, is: sound, sentence: 'could stop things alone at the desk' },
    { by: 'a person', was: sound, is: twoPeople, sentence: 'could stop things alone' },
    { by: 'an operation', was: sound, is: twoThings, sentence: 'for keys.pause too' },
    { by: 'more unreviewed', was: sound, is: more, sentence: '6 things' },
  ])('loosens a policy by $by, and tightens it by taking that away', ({ was, is, sentence }) => {
    const [one, other] = [policyWith(was), policyWith(is)];
    const there = comparePolicies({ was: one, is: other, vocabulary });
    expect(new Set(there.map(({ direction }) => direction))).toEqual(new Set(['looser']));
    expect(there.map((each) => each.sentence).join(' ')).toContain(sentence);
    const back = comparePolicies({ was: other, is: one, vocabulary });
    expect(new Set(back.map(({ direction }) => direction))).toEqual(new Set(['tighter']));
  });
});
