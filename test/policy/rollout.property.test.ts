import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { slackUserId } from '#domain/ids.ts';
import { evaluate } from '#policy/evaluate.ts';
import type { Members, PolicyFacts } from '#policy/facts.ts';
import { lesser } from '#policy/live.ts';
import { type LiveMode, liveModes, type LiveRule, type Policy } from '#policy/policy.ts';
import type { Rollout, RolloutWord } from '#policy/rollout-word.ts';
import { isReplacedBy } from '#policy/rollout-state.ts';
import type { Verdict } from '#policy/verdict.ts';
import { BEA, ERIN, factsOf, people, policyWith, SAM, STRANGER, vocabulary } from './fixture.ts';

const SELECTORS = ['*', 'keys.*', 'keys.issue', 'projects.*', 'projects.archive'];
const GROUPS = ['approvers', 'security', 'on-call', 'gone'];
const mode = fc.constantFrom(...liveModes);

const live: fc.Arbitrary<Policy['live']> = fc.record({
  default: mode,
  rules: fc.array(
    fc.record({
      operations: fc.subarray([...SELECTORS, 'changes'], { minLength: 1 }),
      requesters: fc.oneof(fc.constant('everyone' as const), fc.subarray(GROUPS.slice(0, 3), { minLength: 1 })),
      mode,
    }) satisfies fc.Arbitrary<LiveRule>,
    { maxLength: 4 },
  ),
});

const word = fc
  .record({
    kind: fc.constantFrom('open' as const, 'hold' as const),
    selector: fc.constantFrom(...SELECTORS),
    group: fc.option(fc.constantFrom(...GROUPS)),
    mode,
  })
  .map((said): RolloutWord => ({
    ...said,
    id: 0,
    by: { slackId: slackUserId(SAM), name: 'Sam' },
    why: 'x',
    requestId: null,
    at: 0,
  }));
/** The newest first, as they are read. */
const words = fc
  .array(word, { maxLength: 8 })
  .map((all): readonly RolloutWord[] => all.map((each, i) => ({ ...each, id: all.length - i })));
const rollout: fc.Arbitrary<Rollout> = fc.record({
  start: mode,
  words,
  provers: fc.option(fc.subarray(['bea', 'omar', 'sam'].map((id) => id as never))),
});

const onCall: fc.Arbitrary<Members> = fc.oneof(
  fc.subarray([ERIN, BEA, SAM]).map((ids) => people(...ids)),
  fc.constant<Members>({ known: false, why: 'Slack did not answer' }),
);
const asking = fc.record({
  operation: fc.constantFrom(...vocabulary.operations.map(({ id }) => id)),
  by: fc.constantFrom(ERIN, BEA, SAM, STRANGER),
  onCall,
  live,
});

interface Asking {
  readonly policy: Policy;
  readonly facts: PolicyFacts;
}

function given({
  operation,
  by,
  onCall: members,
  live: said,
}: typeof asking extends fc.Arbitrary<infer T> ? T : never): Asking {
  const policy = { ...policyWith(), live: said };
  return { policy, facts: factsOf({ policy, by, operation, members: { 'on-call': members } }) };
}

const under = ({ policy, facts }: Asking, how: Rollout | null): Verdict => evaluate(policy, { ...facts, rollout: how });

/** How far a verdict lets it go; what is refused for another reason goes nowhere. */
const reach = (verdict: Verdict): LiveMode => (verdict.kind === 'deny' ? 'off' : verdict.mode);
const isNoFurther = (one: Verdict, other: Verdict): boolean => lesser(reach(one), reach(other)) === reach(one);

describe('whatever was opened or held back, and whoever asks', () => {
  test('nothing goes further than the policy says, or with fewer people', () => {
    fc.assert(
      fc.property(asking, rollout, (raw, how) => {
        const [alone, opened] = [under(given(raw), null), under(given(raw), how)];
        expect(isNoFurther(opened, alone)).toBe(true);
        if (opened.kind === 'permit' && alone.kind === 'permit') {
          expect(opened.requirements).toEqual(alone.requirements);
          expect(opened.safeguards).toEqual(alone.safeguards);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('one more word that holds back lets nobody do more', () => {
    fc.assert(
      fc.property(asking, rollout, word, (raw, how, more) => {
        const hold = { ...more, kind: 'hold' as const };
        const held = { ...how, words: [hold, ...how.words] };
        expect(isNoFurther(under(given(raw), held), under(given(raw), how))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('the last word to open something is what holds, up to the policy', () => {
    fc.assert(
      fc.property(asking, rollout, word, (raw, how, more) => {
        const open = { ...more, kind: 'open' as const, selector: '*', group: null, mode: 'on' as const };
        const last = { ...how, words: [open, ...how.words] };
        const freely = { ...how, start: 'on' as const, words: [] };
        expect(reach(under(given(raw), last))).toBe(reach(under(given(raw), freely)));
      }),
      { numRuns: 1_000 },
    );
  });

  test('what a newer word replaces could have been forgotten by everybody whose groups are known', () => {
    fc.assert(
      fc.property(asking, rollout, (raw, how) => {
        const left = how.words.filter(
          (older, i) => !how.words.slice(0, i).some((newer) => isReplacedBy(older, newer, vocabulary.operations)),
        );
        const one = given({ ...raw, onCall: raw.onCall.known ? raw.onCall : people() });
        const known = { ...how, words: how.words.filter(({ group }) => group !== 'gone') };
        const forgotten = { ...how, words: left.filter(({ group }) => group !== 'gone') };
        expect(reach(under(one, forgotten))).toBe(reach(under(one, known)));
      }),
      { numRuns: 2_000 },
    );
  });
});
