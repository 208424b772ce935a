import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personId, slackUserId } from '#domain/ids.ts';
import { countQuorum, missingSentence, type QuorumFacts, stricter } from '#approvals/quorum.ts';
import { accounts, decision, DIGEST, HOUR, type Human, NOW, requirement, who } from './fixture.ts';

const approvers = requirement(1, 'approvers', ['bea', 'omar', 'sam']);
const security = requirement(1, 'security', ['sam']);

function counting(more: Partial<QuorumFacts>) {
  return countQuorum({
    requirements: [approvers],
    decisions: [],
    digest: DIGEST,
    requester: who('erin'),
    beneficiary: null,
    ...more,
  });
}

describe('a quorum', () => {
  test('is open while nobody has approved', () => {
    expect(counting({})).toEqual({
      met: false,
      counted: [],
      missing: [{ count: 1, from: ['approvers'] }],
      deniedBy: null,
      ignored: [],
    });
  });

  test('is met by one eligible person', () => {
    expect(counting({ decisions: [decision('bea')] })).toMatchObject({ met: true, counted: ['bea'], missing: [] });
  });

  test('is never met when nothing is required', () => {
    expect(counting({ requirements: [], decisions: [decision('bea')] }).met).toBe(false);
    expect(counting({ requirements: [requirement(0, 'approvers', ['bea'])], decisions: [decision('bea')] }).met).toBe(
      false,
    );
  });

  test('counts people: the same person twice is one', () => {
    const two = requirement(2, 'approvers', ['bea', 'omar']);
    const quorum = counting({ requirements: [two], decisions: [decision('bea'), decision('bea')] });
    expect(quorum).toMatchObject({ met: false, counted: ['bea'], missing: [{ count: 1, from: ['approvers'] }] });
  });

  test('takes nothing that somebody who stands in for others said before their moment', () => {
    const late = { person: personId('sam'), slackIds: [slackUserId(accounts.sam)], since: NOW + HOUR };
    const requirements = [{ ...approvers, from: ['approvers', 'security'], eligible: [late] }];
    const said = (at: number, kind: 'approve' | 'deny' = 'approve') =>
      counting({ requirements, decisions: [decision('sam', kind, { at })] });
    expect(said(NOW + HOUR - 1)).toMatchObject({ met: false, ignored: [{ person: 'sam', why: 'not-eligible' }] });
    expect(said(NOW + HOUR - 1, 'deny').deniedBy).toBeNull();
    expect(said(NOW + HOUR)).toMatchObject({ met: true, counted: ['sam'] });
  });

  test.each([
    ['none', 'code', false],
    ['code', 'passkey', false],
    ['none', 'passkey', false],
    ['code', 'code', true],
    ['passkey', 'code', true],
    ['passkey', 'passkey', true],
  ] as const)('A11, A18 · an approval with the proof %s where %s is asked counts: %s', (proof, stepUp, counts) => {
    const quorum = counting({ stepUp, decisions: [decision('bea', 'approve', { proof })] });
    expect(quorum.met).toBe(counts);
    expect(quorum.ignored).toEqual(counts ? [] : [{ person: 'bea', why: 'no-proof' }]);
    expect(counting({ stepUp, decisions: [decision('bea', 'deny', { proof })] }).deniedBy).toBe('bea');
  });

  test('takes a second person for a second requirement', () => {
    const both = [approvers, security];
    expect(counting({ requirements: both, decisions: [decision('sam')] })).toMatchObject({
      met: false,
      missing: [{ count: 1, from: ['approvers'] }],
    });
    expect(counting({ requirements: both, decisions: [decision('sam'), decision('bea')] }).met).toBe(true);
    expect(counting({ requirements: both, decisions: [decision('omar'), decision('bea')] }).missing).toEqual([
      { count: 1, from: ['security'] },
    ]);
  });

  test.each<[string, Partial<QuorumFacts>, string]>([
    [
      'of the requester',
      { decisions: [decision('erin')], requirements: [requirement(1, 'approvers', ['erin', 'bea'])] },
      'requester',
    ],
    [
      'of the requester by another account',
      { decisions: [decision('erin', 'approve', { slackId: slackUserId('U0ERIN0002') })] },
      'requester',
    ],
    [
      'by the account that asked, under another name',
      { decisions: [decision('bea', 'approve', { slackId: slackUserId(accounts.erin) })] },
      'requester',
    ],
    ['of the beneficiary', { decisions: [decision('bea')], beneficiary: personId('bea') }, 'beneficiary'],
    ['for another digest', { decisions: [decision('bea', 'approve', { digest: 'e'.repeat(64) })] }, 'other-digest'],
    ['of somebody who was never asked', { decisions: [decision('priya')] }, 'not-eligible'],
    [
      'of somebody who no longer qualifies',
      { decisions: [decision('bea')], requirements: [requirement(1, 'approvers', ['omar'])] },
      'not-eligible',
    ],
    [
      'by an account that belongs to somebody else now',
      { decisions: [decision('bea', 'approve', { slackId: slackUserId('U0OTHER001') })] },
      'not-eligible',
    ],
  ])('A1, A15, B13 · leaves out an approval %s', (_, facts, why) => {
    const quorum = counting(facts);
    expect(quorum).toMatchObject({ met: false, counted: [], ignored: [{ why }] });
  });

  test('leaves out the requester under a name the policy learned later', () => {
    const eligible = [{ person: personId('priya'), slackIds: [slackUserId(accounts.erin), slackUserId('U0PRIYA002')] }];
    const late = decision('priya', 'approve', { slackId: slackUserId('U0PRIYA002') });
    const quorum = counting({ requirements: [{ count: 1, from: ['approvers'], eligible }], decisions: [late] });
    expect(quorum).toMatchObject({ met: false, ignored: [{ person: 'priya', why: 'not-eligible' }] });
  });

  test('is ended by one eligible no, and by nobody else’s', () => {
    const yes = decision('bea');
    expect(counting({ decisions: [yes, decision('omar', 'deny')] })).toMatchObject({
      met: false,
      deniedBy: 'omar',
      counted: ['bea'],
    });
    expect(counting({ decisions: [yes, decision('priya', 'deny')] })).toMatchObject({ met: true, deniedBy: null });
    expect(counting({ decisions: [yes, decision('erin', 'deny')] })).toMatchObject({ met: true, deniedBy: null });
  });

  test('says what it did not need', () => {
    expect(counting({ decisions: [decision('omar'), decision('bea')] }).ignored).toEqual([
      { person: 'omar', why: 'not-needed' },
    ]);
  });
});

describe('whoever decides, in whatever order', () => {
  const human = fc.constantFrom(...(Object.keys(accounts) as Human[]));
  const decisions = fc.uniqueArray(
    fc.record({ human, kind: fc.constantFrom('approve' as const, 'deny' as const), isOther: fc.boolean() }),
    { maxLength: 5, selector: ({ human: one }) => one },
  );
  const requirements = fc.array(
    fc
      .record({ count: fc.integer({ min: 1, max: 2 }), people: fc.uniqueArray(human, { maxLength: 5 }) })
      .map(({ count, people }) => requirement(count, 'g', people)),
    { minLength: 1, maxLength: 3 },
  );
  const cast = (list: typeof decisions extends fc.Arbitrary<infer T> ? T : never) =>
    list.map((one) => decision(one.human, one.kind, one.isOther ? { digest: 'e'.repeat(64) } : {}));

  test('the order makes no difference', () => {
    fc.assert(
      fc.property(decisions, requirements, fc.infiniteStream(fc.nat()), (list, asked, dice) => {
        const shuffled = list.map((one) => ({ one, at: dice.next().value ?? 0 })).toSorted((a, b) => a.at - b.at);
        const given = { requirements: asked, beneficiary: personId('priya') };
        expect(counting({ ...given, decisions: cast(shuffled.map(({ one }) => one)) })).toEqual(
          counting({ ...given, decisions: cast(list) }),
        );
      }),
    );
  });

  test('A1, A2, A15 · a met quorum is distinct eligible people, none of them the requester or the beneficiary, who all said yes to this', () => {
    fc.assert(
      fc.property(decisions, requirements, (list, asked) => {
        const quorum = counting({ requirements: asked, decisions: cast(list), beneficiary: personId('priya') });
        const needed = asked.reduce((sum, { count }) => sum + count, 0);
        expect(new Set(quorum.counted).size).toBe(quorum.counted.length);
        for (const person of quorum.counted) {
          expect(['erin', 'priya']).not.toContain(person);
          expect(list.some((one) => one.human === person && one.kind === 'approve' && !one.isOther)).toBe(true);
          expect(asked.some(({ eligible }) => eligible.some((one) => one.person === person))).toBe(true);
        }
        if (quorum.met) expect(quorum.counted.length).toBe(needed);
        expect(quorum.counted.length + quorum.missing.reduce((sum, { count }) => sum + count, 0)).toBe(needed);
      }),
    );
  });
});

describe('the policy then and the policy now', () => {
  const met = counting({ decisions: [decision('bea')] });
  const open = counting({ requirements: [requirement(2, 'approvers', ['bea', 'omar'])], decisions: [decision('bea')] });
  const elsewhere = counting({ requirements: [security], decisions: [] });

  test('must both be satisfied', () => {
    expect(stricter(met, met).met).toBe(true);
    expect(stricter(met, open).met).toBe(false);
    expect(stricter(open, met).met).toBe(false);
  });

  test('ask together for what either still lacks, each thing once', () => {
    expect(stricter(open, elsewhere).missing).toEqual([
      { count: 1, from: ['approvers'] },
      { count: 1, from: ['security'] },
    ]);
    expect(stricter(open, open).missing).toEqual(open.missing);
    const twoMore = counting({ requirements: [requirement(2, 'approvers', ['bea', 'omar'])] });
    expect(stricter(open, twoMore).missing).toEqual([{ count: 2, from: ['approvers'] }]);
  });
});

test('what is missing is said as a person says it', () => {
  expect(missingSentence([])).toBe('');
  expect(missingSentence([{ count: 1, from: ['approvers'] }])).toBe('1 person from approvers');
  expect(
    missingSentence([
      { count: 2, from: ['approvers', 'leads'] },
      { count: 1, from: ['security'] },
    ]),
  ).toBe('2 people from approvers or leads and 1 person from security');
});
