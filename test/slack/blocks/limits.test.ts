import type { KnownBlock } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { validateBlocks } from '#sandbox/slack/blocks/validate-blocks.ts';
import { sendProblems } from '#slack/blocks/limits.ts';
import { everyFakeSecret } from '../../support/fake-secret.ts';

const text = (length: number) => ({ type: 'plain_text' as const, text: 'x'.repeat(length) });
const button = (change: object = {}) => ({ type: 'button' as const, action_id: 'a', text: text(4), ...change });
const section = (change: object = {}): KnownBlock => ({ type: 'section', text: text(3), ...change });

/** What breaks one limit each, and by name which. */
const tooMuch: readonly (readonly [string, object[]])[] = [
  ['more than 50 blocks', Array.from({ length: 51 }, () => section())],
  ['section.text over 3000', [section({ text: text(3001) })]],
  ['header.text over 150', [{ type: 'header', text: text(151) }]],
  ['actions.elements not 1 to 25', [{ type: 'actions', elements: [] }]],
  ['action_id twice in a block', [{ type: 'actions', elements: [button(), button()] }]],
  ['button.text over 75', [{ type: 'actions', elements: [button({ text: text(76) })] }]],
  ['button.value over 2000', [{ type: 'actions', elements: [button({ value: 'x'.repeat(2001) })] }]],
  [
    'button.accessibility_label over 75',
    [{ type: 'actions', elements: [button({ accessibility_label: 'x'.repeat(76) })] }],
  ],
  ['a block_id twice', [section({ block_id: 'b' }), section({ block_id: 'b' })]],
  ['block_id over 255', [section({ block_id: 'b'.repeat(256) })]],
  ['context.elements not 1 to 10', [{ type: 'context', elements: Array.from({ length: 11 }, () => text(1)) }]],
  ['mrkdwn.text over 3000', [{ type: 'context', elements: [{ type: 'mrkdwn', text: 'x'.repeat(3001) }] }]],
  [
    'table.rows not 1 to 100',
    [{ type: 'table', rows: Array.from({ length: 101 }, () => [{ type: 'raw_text', text: 'x' }]) }],
  ],
  [
    'table row not 1 to 20',
    [{ type: 'table', rows: [Array.from({ length: 21 }, () => ({ type: 'raw_text', text: 'x' }))] }],
  ],
  ['raw_text.text empty', [{ type: 'table', rows: [[{ type: 'raw_text', text: '' }]] }]],
  [
    'text.text empty',
    [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '' }] }] }],
  ],
];

describe('a message that Slack would refuse is not sent', () => {
  test.each(tooMuch)('%s', (problem, blocks) => {
    expect(sendProblems('message', { text: 'x', blocks })).toContain(problem);
  });

  test.each(tooMuch)('%s is refused by the emulated Slack too', (_, blocks) => {
    expect(validateBlocks('message', blocks)).not.toEqual([]);
  });

  test('without a text, with too long a text, with two tables or with an input', () => {
    const table = { type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] };
    expect(sendProblems('message', { text: ' ', blocks: [] })).toEqual(['no text']);
    expect(sendProblems('message', { text: 'x'.repeat(4001), blocks: [] })).toEqual(['text over 4000']);
    expect(sendProblems('message', { text: 'x', blocks: [table, table] })).toEqual(['more than one table']);
    expect(sendProblems('message', { text: 'x', blocks: [{ type: 'input' }] })).toEqual(['input in a message']);
  });
});

describe('a view that Slack would refuse is not sent', () => {
  const view = { type: 'modal', title: text(24), blocks: [section()] };
  test.each([
    ['title over 24', { title: text(25) }],
    ['submit over 24', { submit: text(25) }],
    ['close over 24', { close: text(0) }],
    ['private_metadata over 3000', { private_metadata: 'x'.repeat(3001) }],
    ['table in a view', { blocks: [{ type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] }] }],
    ['input without submit', { blocks: [{ type: 'input', label: text(1), element: { type: 'plain_text_input' } }] }],
    ['more than 100 blocks', { blocks: Array.from({ length: 101 }, () => section()) }],
    ['view over 250 KB', { blocks: Array.from({ length: 90 }, () => section({ text: text(2900) })) }],
  ])('%s', (problem, change) => {
    expect(sendProblems('modal', view)).toEqual([]);
    expect(sendProblems('modal', { ...view, ...change })).toContain(problem);
  });
});

test.each(everyFakeSecret)('nothing that holds a secret may be sent, wherever in it', (secret) => {
  expect(sendProblems('message', { text: `a ${secret} b`, blocks: [] })).toContain('holds a raw key');
  expect(
    sendProblems('modal', { title: text(1), blocks: [section({ text: { type: 'plain_text', text: secret } })] }),
  ).toContain('holds a raw key');
});

test('problems never repeat what was to be sent', () => {
  const problems = sendProblems('message', {
    text: `confidential ${'x'.repeat(4000)}`,
    blocks: [section({ block_id: 'confidential' }), section({ block_id: 'confidential' })],
  });
  expect(problems.join(' ')).not.toContain('confidential');
});
