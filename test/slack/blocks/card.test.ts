import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { requestStates } from '#approvals/state.ts';
import { cardLines, cardText, drawCard } from '#slack/blocks/card.ts';
import { planDetails, planLead } from '#slack/blocks/plan-document.ts';
import { sendProblems } from '#slack/blocks/limits.ts';
import { anyText, bracketed, livingElements, mrkdwnTexts, readable } from '../hostile.ts';
import { approvalBy, bea, erin, omar, samplePicture } from '../pictures.ts';
import { pointers } from '../pointers.ts';

const labels = (blocks: readonly unknown[]): readonly string[] =>
  (blocks as { type: string; elements: { text: { text: string } }[] }[])
    .filter((block) => block.type === 'actions')
    .flatMap((block) => block.elements.map((element) => element.text.text));

describe('the card of a pending request', () => {
  const drawn = drawCard(pointers, samplePicture());

  test('says in this order what, who and why, the changes, what they hold, the way back, who is needed, and the digest', () => {
    expect(readable(drawn.blocks[0])).toBe(
      [
        'Issue an API key in search-dev',
        `Erin Vale (@${erin}) asks: nightly evaluation`,
        'Changes: New key: nightly-eval in search-dev; Ends: 2026-12-23 09:00 UTC (30 days)',
        'Holds: Erin Vale holds 2 keys',
        'If this is wrong: revoke the key; it stops at once.',
        `Needs 1 person from openai-approvers @${bea} @${omar} · until 2026-11-24 09:00 UTC`,
        'routine · NENT-QA · R-7F3K9QXY',
        '',
      ].join('\n'),
    );
  });

  test('offers Approve, Deny, Ask, Suggest less, Details and Cancel', () => {
    expect(labels(drawn.blocks)).toEqual(['Approve', 'Deny', 'Ask', 'Suggest less', 'Details', 'Cancel']);
  });

  test('begins its notification with the decision and carries the whole meaning', () => {
    expect(drawn.text).toMatch(
      /^Erin Vale wants: Issue an API key in search-dev\. nightly-eval, 30 days, routine\. Needs 1 person/,
    );
    for (const part of [
      'nightly evaluation',
      'New key: nightly-eval',
      'If this is wrong: revoke the key',
      'NENT-QA',
      'R-7F3K9QXY',
      '2026-11-24 09:00 UTC',
    ]) {
      expect(drawn.text).toContain(part);
    }
  });

  test('names each button and its request for a screen reader', () => {
    expect(JSON.stringify(drawn.blocks)).toContain(
      '"accessibility_label":"Approve R-7F3K9QXY: Issue an API key in search-dev"',
    );
  });

  test('gets new block ids with each revision, because clients keep what belongs to an old one', () => {
    const ids = (revision: number) =>
      drawCard(pointers, samplePicture({ revision })).blocks.map((block) => block.block_id);
    expect(ids(3)).not.toEqual(ids(4));
  });
});

test.each([
  ['approved', ['Stop']],
  ['waiting', ['Stop']],
  ['executing', []],
  ['succeeded', ['Undo']],
  ['denied', []],
  ['expired', []],
] as const)('a card that is %s offers %j', (state, offered) => {
  expect(labels(drawCard(pointers, samplePicture({ state })).blocks)).toEqual(offered);
});

test.each([
  ['pending', 'Needs 1 person from openai-approvers'],
  ['waiting', `@${erin} makes the key by pressing, until 2026-11-24 09:00 UTC.`],
  [
    'simulated',
    'Approved by Bea Lindqvist (@U0BEA00001) 2026-11-23 09:00 UTC. Would have sent 1 call. Nothing was sent.',
  ],
  ['succeeded', 'Done 2026-11-23 10:00 UTC. '],
  ['unknown', 'Finding out whether it happened'],
  ['needs_human', 'a person must look'],
  ['stale', 'what it was planned on has changed'],
  ['expired', 'Expired 2026-11-23 10:00 UTC. Nothing was changed.'],
] as const)('a request that is %s says so: %s', (state, sentence) => {
  const decisions = [approvalBy(bea, 'Bea Lindqvist')];
  expect(readable(drawCard(pointers, samplePicture({ state, decisions })).blocks)).toContain(sentence);
});

test('a denial names who denied it, when and why', () => {
  const decisions = [{ ...approvalBy(bea, 'Bea Lindqvist', 'use search-dev-2'), kind: 'deny' as const }];
  const text = readable(drawCard(pointers, samplePicture({ state: 'denied', decisions })).blocks);
  expect(text).toContain('Denied by Bea Lindqvist (@U0BEA00001) 2026-11-23 09:00 UTC: use search-dev-2');
});

test('production, plan-only, warnings and practice are said on the card', () => {
  const picture = samplePicture({
    mode: 'plan-only',
    plan: { warnings: ['May do everything'] },
    picture: { isProduction: true, isPractice: true },
  });
  const text = readable(drawCard(pointers, picture).blocks);
  expect(text.split('\n')[0]).toBe('PRACTICE: nothing real changes');
  expect(text).toContain('Issue an API key in search-dev · production');
  expect(text).toContain('plan-only: nothing will be sent');
  expect(text).toContain('Warning: May do everything');
  expect(cardText(picture)).toContain('PRACTICE: nothing real changes');
});

test('B14 · what does not fit a line is counted and left for Details, never dropped in silence', () => {
  const changes = Array.from({ length: 5 }, (_, place) => ({ label: `Change ${place}`, before: 'a', after: 'b' }));
  expect(readable(drawCard(pointers, samplePicture({ plan: { changes } })).blocks)).toContain('and 2 more in Details');
});

test('B14 · where it is decided, every change, warning and step of the largest plan stands', () => {
  const names = Array.from({ length: 50 }, (_, place) => `key-${String(place).padStart(2, '0')}`);
  const [step] = samplePicture().record.terms.plan.steps;
  if (step === undefined) throw new Error('The sample plan has a step');
  const picture = samplePicture({
    plan: {
      changes: names.map((name) => ({ label: `Key ${name}`, before: 'live', after: 'gone' })),
      warnings: names.map((name) => `Warning of ${name}`),
      steps: names.map((name) => ({ ...step, id: name, title: `Delete ${name}` })),
    },
  });
  const lead = readable(planLead(picture));
  const details = readable(planDetails(picture));
  for (const name of names) {
    expect(lead).toContain(`Key ${name}: live → gone`);
    expect(lead).toContain(`Warning of ${name}`);
    expect(details).toContain(`Delete ${name}`);
  }
});

describe('whatever people and vendors write', () => {
  const picture = fc
    .record({
      state: fc.constantFrom(...requestStates),
      name: anyText,
      words: anyText,
      more: anyText,
      isPractice: fc.boolean(),
      isProduction: fc.boolean(),
    })
    .map(({ state, name, words, more, isPractice, isProduction }) =>
      samplePicture({
        state,
        name,
        reason: words,
        outcome: more,
        decisions: [approvalBy(bea, name, more), { ...approvalBy(omar, more, words), kind: 'deny' }],
        plan: {
          title: words,
          gist: more,
          holds: name,
          changes: Array.from({ length: 4 }, () => ({ label: name, before: words, after: more })),
          warnings: [words],
          inverse: { verdict: 'none', sentence: more, operation: null, input: null },
        },
        picture: { isPractice, isProduction },
      }),
    );

  test('the card keeps to seven lines before its buttons', () => {
    fc.assert(
      fc.property(picture, (drawn) => {
        const lines = cardLines(drawn);
        expect(lines.length).toBeLessThanOrEqual(7);
        // A line that held a line break would be two on the screen.
        const [lead] = drawCard(pointers, drawn).blocks;
        expect(readable(lead).trimEnd().split('\n').length).toBeLessThanOrEqual(7);
      }),
    );
  });

  test('B21 · nothing of it becomes a mention, a link or markup', () => {
    fc.assert(
      fc.property(picture, (drawn) => {
        const { text, blocks } = drawCard(pointers, drawn);
        expect(mrkdwnTexts(blocks)).toEqual([]);
        const ours = [erin, bea, omar].map((user) => `user:${user}`);
        for (const living of livingElements(blocks)) expect(ours).toContain(living);
        for (const part of bracketed(text)) expect([erin, bea, omar].map((user) => `<@${user}>`)).toContain(part);
        expect(text + readable(blocks)).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200B\u2060]/);
      }),
    );
  });

  test('Slack would take it', () => {
    fc.assert(
      fc.property(picture, (drawn) => {
        expect(sendProblems('message', drawCard(pointers, drawn))).toEqual([]);
      }),
    );
  });
});
