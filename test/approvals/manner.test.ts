import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { personId } from '#domain/ids.ts';
import { countQuorum, type QuorumFacts } from '#approvals/quorum.ts';
import type { Requirement } from '#policy/verdict.ts';
import { decision, DIGEST, type Human, requirement, who } from './fixture.ts';

type Units = Readonly<Partial<Record<Human, string>>>;

/** The same requirement, with the unit in which each of its people works. */
function inUnits(one: Requirement, units: Units): Requirement {
  return { ...one, eligible: one.eligible.map((each) => ({ ...each, unit: units[each.person as Human] ?? null })) };
}

function counting(more: Partial<QuorumFacts>) {
  return countQuorum({
    requirements: [],
    decisions: [],
    digest: DIGEST,
    requester: who('erin'),
    beneficiary: null,
    ...more,
  });
}

const apart = { differentUnit: true, inOrder: false };
const inTurn = { differentUnit: false, inOrder: true };

describe('approvers of different units', () => {
  const two = requirement(2, 'approvers', ['bea', 'omar', 'sam']);
  const units = { bea: 'payments', omar: 'payments', sam: 'search' } as const;

  it('A12 · never lets two people of one unit count, whoever came first', () => {
    const asked = { requirements: [inUnits(two, units)], manner: apart };
    expect(counting({ ...asked, decisions: [decision('bea'), decision('omar')] })).toMatchObject({
      met: false,
      counted: ['bea'],
      ignored: [{ person: 'omar', why: 'same-unit' }],
    });
    expect(counting({ ...asked, decisions: [decision('omar'), decision('sam')] })).toMatchObject({
      met: true,
      counted: ['omar', 'sam'],
    });
  });

  it('A12 · never counts somebody whose unit nobody knows', () => {
    const asked = { requirements: [inUnits(two, { bea: 'payments' })], manner: apart };
    expect(counting({ ...asked, decisions: [decision('bea'), decision('sam')] })).toMatchObject({
      met: false,
      counted: ['bea'],
    });
  });

  it('A12 · holds across requirements too', () => {
    const requirements = [requirement(1, 'approvers', ['bea']), requirement(1, 'security', ['omar', 'sam'])];
    const asked = { requirements: requirements.map((one) => inUnits(one, units)), manner: apart };
    expect(counting({ ...asked, decisions: [decision('bea'), decision('omar')] }).met).toBe(false);
    expect(counting({ ...asked, decisions: [decision('bea'), decision('omar'), decision('sam')] }).met).toBe(true);
  });
});

describe('approvers in order', () => {
  const requirements = [requirement(1, 'security', ['sam', 'bea']), requirement(1, 'owners', ['omar', 'bea'])];
  const asked = { requirements, manner: inTurn };

  test('the second group counts once the first is met', () => {
    expect(counting({ ...asked, decisions: [decision('sam'), decision('omar')] })).toMatchObject({
      met: true,
      counted: ['omar', 'sam'],
    });
  });

  test('what came too early does not count, and the rest is still asked for', () => {
    expect(counting({ ...asked, decisions: [decision('omar'), decision('sam')] })).toMatchObject({
      met: false,
      counted: ['sam'],
      missing: [{ count: 1, from: ['owners'] }],
      ignored: [{ person: 'omar', why: 'too-early' }],
    });
  });

  test('a first group that lost its approver takes the second with it', () => {
    const gone = [requirement(1, 'security', ['bea']), requirement(1, 'owners', ['omar', 'bea'])];
    expect(counting({ ...asked, requirements: gone, decisions: [decision('sam'), decision('omar')] })).toMatchObject({
      met: false,
      counted: [],
    });
  });

  test('one person never stands for both', () => {
    expect(counting({ ...asked, decisions: [decision('bea')] })).toMatchObject({
      met: false,
      missing: [{ count: 1, from: ['owners'] }],
    });
  });
});

const human = fc.constantFrom<Human>('bea', 'omar', 'sam', 'priya', 'erin');
const unit = fc.constantFrom('payments', 'search', 'data');
const someUnits = fc.dictionary(human, unit);
const someRequirements = fc.array(
  fc
    .record({ count: fc.integer({ min: 1, max: 2 }), people: fc.uniqueArray(human, { maxLength: 5 }) })
    .map(({ count, people }) => requirement(count, 'g', people)),
  { minLength: 1, maxLength: 3 },
);
const said = fc.uniqueArray(human, { maxLength: 5 });
const someManner = fc.record({ differentUnit: fc.boolean(), inOrder: fc.boolean() });
const cases = fc.record({ asked: someRequirements, units: someUnits, people: said, manner: someManner });

describe('whatever is asked of the manner', () => {
  it('A12 · asking for different units or for an order never makes fewer people suffice', () => {
    fc.assert(
      fc.property(cases, ({ asked, units, people, manner }) => {
        const requirements = asked.map((one) => inUnits(one, units));
        const decisions = people.map((one) => decision(one));
        const strict = counting({ requirements, decisions, manner });
        if (!strict.met) return;
        expect(counting({ requirements, decisions, manner: { ...manner, differentUnit: false } }).met).toBe(true);
        expect(counting({ requirements, decisions, manner: { ...manner, inOrder: false } }).met).toBe(true);
        expect(strict.counted.length).toBe(asked.reduce((sum, { count }) => sum + count, 0));
      }),
      { numRuns: 2_000 },
    );
  });

  it('A12 · everybody who counts is of another unit, and all of them are known', () => {
    fc.assert(
      fc.property(cases, ({ asked, units, people, manner: { inOrder } }) => {
        const { counted } = counting({
          requirements: asked.map((one) => inUnits(one, units)),
          decisions: people.map((one) => decision(one)),
          manner: { differentUnit: true, inOrder },
        });
        const theirs = counted.map((person) => units[person]);
        expect(theirs).not.toContain(undefined);
        expect(new Set(theirs).size).toBe(theirs.length);
      }),
      { numRuns: 2_000 },
    );
  });

  test('in order: who counts for one requirement spoke after whoever counts for the one before', () => {
    fc.assert(
      fc.property(someRequirements, said, (asked, people) => {
        const decisions = people.map((one) => decision(one));
        const { met } = counting({ requirements: asked, decisions, manner: inTurn });
        expect(met).toBe(
          canFollow(
            asked,
            people.filter((one) => one !== 'erin'),
          ),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  test('one more approval asked never makes fewer people suffice', () => {
    fc.assert(
      fc.property(cases, ({ asked, units, people, manner }) => {
        const requirements = asked.map((one) => inUnits(one, units));
        const more = requirements.map((one, i) => (i === 0 ? { ...one, count: one.count + 1 } : one));
        const decisions = people.map((one) => decision(one));
        if (counting({ requirements: more, decisions, manner }).met) {
          expect(counting({ requirements, decisions, manner }).counted.length).toBeGreaterThanOrEqual(1);
          expect(counting({ requirements, decisions, manner: { ...manner, differentUnit: false } }).met).toBe(true);
        }
      }),
    );
  });
});

/** Tries every cut of what was said into one stretch for each requirement: slow, plain, and nothing like the code under test. */
function canFollow(asked: readonly Requirement[], people: readonly string[]): boolean {
  const [first, ...rest] = asked;
  if (first === undefined) return true;
  return people.some((_, i) => {
    const heard = people.slice(0, i + 1).filter((one) => first.eligible.some(({ person }) => person === personId(one)));
    return heard.length >= first.count && canFollow(rest, people.slice(i + 1));
  });
}
