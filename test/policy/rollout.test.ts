import { describe, expect, test } from 'vitest';
import { personId, slackUserId } from '#domain/ids.ts';
import { answerOf } from '#policy/answer.ts';
import { evaluate } from '#policy/evaluate.ts';
import type { Members } from '#policy/facts.ts';
import type { Rollout, RolloutWord } from '#policy/rollout-word.ts';
import { BEA, ERIN, factsOf, people, policyWith, refusalOf, SAM } from './fixture.ts';
import { houseRules } from '#policy/house-rules.ts';

type Said = readonly [kind: 'open' | 'hold', selector: string, mode: RolloutWord['mode'], group?: string];

/** In the order in which they were said. */
function closed(said: readonly Said[], more: Partial<Rollout> = {}): Rollout {
  const words = said.map(([kind, selector, mode, group = null], i): RolloutWord => {
    const by = { slackId: slackUserId(SAM), name: 'Sam Okafor' };
    return { id: i + 1, kind, selector, mode, group: group ?? null, by, why: 'odd', requestId: null, at: i };
  });
  return { start: 'plan-only', words: words.toReversed(), provers: null, ...more };
}

function verdict(rollout: Rollout, asked: { operation?: string; by?: string; onCall?: Members } = {}) {
  const policy = policyWith();
  const { operation = 'keys.issue', by = ERIN, onCall = people() } = asked;
  return evaluate(policy, { ...factsOf({ policy, by, operation, members: { 'on-call': onCall } }), rollout });
}

const mode = (...args: Parameters<typeof verdict>): string => {
  const answer = verdict(...args);
  return answer.kind === 'deny' ? answerOf(answer) : answer.mode;
};

describe('how far something was opened', () => {
  test.each<[string, readonly Said[], string]>([
    ['nowhere before anybody said so', [], 'plan-only'],
    ['as far as it was put', [['open', 'keys.issue', 'on']], 'on'],
    ['with its whole family', [['open', 'keys.*', 'on']], 'on'],
    ['with everything', [['open', '*', 'on']], 'on'],
    ['not with another operation', [['open', 'keys.revoke', 'on']], 'plan-only'],
    ['not for another group', [['open', 'keys.*', 'on', 'approvers']], 'plan-only'],
    [
      'less where it was held back since',
      [
        ['open', 'keys.*', 'on'],
        ['hold', '*', 'plan-only'],
      ],
      'plan-only',
    ],
    [
      'as far as the last word opens it',
      [
        ['hold', '*', 'off'],
        ['open', 'keys.*', 'on'],
      ],
      'on',
    ],
    [
      'no less by a hold that leaves more',
      [
        ['hold', '*', 'off'],
        ['hold', 'keys.*', 'plan-only'],
      ],
      'refused: off',
    ],
  ])('%s', (_, said, expected) => {
    expect(mode(closed(said))).toBe(expected);
  });

  test('is for the members of the group that was named', () => {
    const rollout = closed([['open', 'keys.*', 'on', 'on-call']]);
    expect(mode(rollout, { onCall: people(ERIN) })).toBe('on');
    expect(mode(rollout, { onCall: people(BEA) })).toBe('plan-only');
  });

  test('is less where it cannot be told who is in a group: a hold counts, an opening does not', () => {
    const unread: Members = { known: false, why: 'Slack did not answer' };
    expect(mode(closed([['open', 'keys.*', 'on', 'on-call']]), { onCall: unread })).toBe('plan-only');
    const held = closed([
      ['open', 'keys.*', 'on'],
      ['hold', 'keys.*', 'off', 'on-call'],
    ]);
    expect(mode(held, { onCall: unread })).toBe('refused: off');
    expect(mode(held, { onCall: people(BEA) })).toBe('on');
  });

  test('a group that the policy does not name any more goes on holding back', () => {
    const held = closed([
      ['open', 'keys.*', 'on'],
      ['hold', 'keys.*', 'plan-only', 'contractors'],
    ]);
    expect(mode(held)).toBe('plan-only');
  });

  test('says nothing about looking', () => {
    expect(mode(closed([['hold', '*', 'off']]), { operation: 'keys.list' })).toBe('on');
  });

  test('is told with who said so and why', () => {
    const held = verdict(closed([['hold', 'keys.*', 'plan-only']]));
    expect(held).toMatchObject({ held: { by: 'rollout', sentence: 'Sam Okafor holds keys.* at plan-only (odd)' } });
    expect(verdict(closed([]))).toMatchObject({ held: { sentence: 'nobody has opened keys.issue here yet' } });
    const off = refusalOf(verdict(closed([['hold', 'keys.*', 'off']])));
    expect(off).toMatchObject({ code: 'rollout.off', rule: expect.stringContaining('Sam Okafor holds') as string });
  });
});

describe('what is critical', () => {
  const open = [['open', '*', 'on']] as const;
  const enrolled = (...ids: readonly string[]) => closed(open, { provers: ids.map((id) => personId(id)) });
  const archive = (rollout: Rollout, by?: string) =>
    mode(rollout, { operation: 'projects.archive', ...(by === undefined ? {} : { by }) });

  test('waits until two people, among them somebody who is asked, can prove that it is they', () => {
    expect(archive(enrolled())).toBe('plan-only');
    expect(archive(enrolled('bea'))).toBe('plan-only');
    expect(archive(enrolled('bea', 'erin'))).toBe('on');
    expect(archive(enrolled('bea', 'omar'))).toBe('on');
    // Erin is no approver, and whoever left the policy’s file counts for nobody.
    expect(archive(enrolled('erin', 'somebody-who-left', 'bea'))).toBe('on');
    expect(archive(enrolled('bea', 'somebody-who-left'))).toBe('plan-only');
    // Whoever asks is not asked.
    expect(archive(enrolled('bea', 'erin'), BEA)).toBe('plan-only');
  });

  test('does not keep what is less from being on', () => {
    expect(mode(enrolled())).toBe('on');
  });

  test('says so', () => {
    const planned = verdict(enrolled('bea'), { operation: 'projects.archive' });
    expect(planned).toMatchObject({
      held: { by: 'step-up', sentence: expect.stringContaining('two people') as string },
    });
  });
});

test('what ends a state of the house is held by nothing: nobody can lock everybody out', () => {
  const policy = policyWith();
  const rollout = closed([['hold', '*', 'off']], { provers: [] });
  for (const id of houseRules.flatMap(({ operations }) => operations)) {
    const operation = { id: id as never, family: id.split('.')[0] ?? '', tier: 'critical', kind: 'change' } as const;
    const facts = { ...factsOf({ policy, by: ERIN, operation: 'projects.archive' }), operation, rollout };
    expect(evaluate(policy, facts), id).toMatchObject({ kind: 'permit', mode: 'on', held: null });
  }
});
