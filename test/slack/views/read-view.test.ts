import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { operationId } from '#domain/ids.ts';
import { asItComes } from '#operations/lists/list-wish.ts';
import type { View } from '#operations/view.ts';
import { validateBlocks } from '#sandbox/slack/blocks/validate-blocks.ts';
import { sendProblems } from '#slack/blocks/limits.ts';
import { openStart } from '#slack/ids.ts';
import { drawRead, readModal } from '#slack/views/read-view.ts';
import { anyText, bracketed, livingElements, mrkdwnTexts, readable } from '../hostile.ts';
import { pointers } from '../pointers.ts';
import { buttonNamed, buttonsIn } from '../screen.ts';

const target = { operation: operationId('keys.list'), input: { project: null }, wish: asItComes, offset: 0 };
const rows = (count: number, hasActions: boolean): View => ({
  title: 'Keys',
  parts: [
    {
      part: 'rows',
      columns: ['Name', 'Project'],
      rows: Array.from({ length: count }, (_, place) => ({
        cells: [`key-${place}`, 'search-dev'],
        actions: hasActions
          ? [
              {
                label: 'Revoke',
                operation: operationId('keys.revoke'),
                input: { key: { id: `key_${place}` } },
                style: 'danger' as const,
              },
            ]
          : [],
      })),
      empty: 'No keys yet.',
    },
  ],
});
const draw = (view: View, surface: 'message' | 'modal' = 'message', offset = 0) =>
  drawRead(pointers, { view, target: { ...target, offset }, surface });

test('rows without buttons are a table in a message and sections in a modal', () => {
  expect(draw(rows(3, false)).blocks.some((block) => block.type === 'table')).toBe(true);
  expect(draw(rows(3, false), 'modal').blocks.some((block) => block.type === 'table')).toBe(false);
  expect(readable(draw(rows(3, false), 'modal').blocks)).toContain('key-2');
});

test('a row’s button starts its operation with what the row is about', () => {
  const buttons = buttonsIn(draw(rows(2, true)).blocks).filter((button) => button.text.text === 'Revoke');
  expect(buttons.map((button) => openStart(pointers, button.value)?.input)).toEqual([
    { key: { id: 'key_0' } },
    { key: { id: 'key_1' } },
  ]);
});

test('an empty list says so', () => {
  expect(draw(rows(0, false)).text).toContain('No keys yet.');
});

describe('a long list', () => {
  test('is shown ten rows at a time, with buttons to the other pages', () => {
    const first = draw(rows(25, true));
    expect(readable(first.blocks)).toContain('1 to 10 of 25');
    expect(
      buttonsIn(first.blocks)
        .map((button) => button.text.text)
        .filter((label) => label !== 'Revoke'),
    ).toEqual(['Next', 'As a file']);
    const second = draw(rows(25, true), 'message', 10);
    expect(
      buttonsIn(second.blocks)
        .map((button) => button.text.text)
        .filter((label) => label !== 'Revoke'),
    ).toEqual(['Previous', 'Next', 'As a file']);
    const last = draw(rows(25, true), 'message', 20);
    expect(readable(last.blocks)).toContain('21 to 25 of 25');
    expect(
      buttonsIn(last.blocks)
        .map((button) => button.text.text)
        .filter((label) => label !== 'Revoke'),
    ).toEqual(['Previous', 'As a file']);
  });

  test('its Next names the read and the row to go on from, under a MAC', () => {
    const { value } = buttonNamed(draw(rows(51, false)).blocks, 'Next');
    expect(pointers.open('view.page', value)).toEqual({ o: 'keys.list', i: { project: null }, n: 50 });
  });
});

test('a second list in a message is drawn as sections, and a short one stands beside a later page of a long one', () => {
  const [long] = rows(60, false).parts;
  const [short] = rows(2, false).parts;
  if (long === undefined || short === undefined) throw new Error('There are no rows');
  const { blocks } = draw({ title: 'Two', parts: [long, short] }, 'message', 50);
  expect(blocks.filter((block) => block.type === 'table')).toHaveLength(1);
  expect(readable(blocks)).toContain('51 to 60 of 60');
  expect(readable(blocks)).toContain('key-1');
});

test('the next page of a sorted list is sorted too', () => {
  const sorted = { ...target, wish: { sort: 'name', match: null, file: null } };
  const { blocks } = drawRead(pointers, { view: rows(51, false), target: sorted, surface: 'message' });
  const carried = pointers.open('view.page', buttonNamed(blocks, 'Next').value);
  expect(carried).toMatchObject({ i: { project: null, $list: { sort: 'name' } } });
});

test('whatever is read, Slack takes it and nothing in it lives', () => {
  const row = fc.record({ cells: fc.array(anyText, { minLength: 2, maxLength: 4 }), actions: fc.constant([]) });
  const part = fc.oneof(
    fc.record({ part: fc.constant('note' as const), text: anyText }),
    fc.record({
      part: fc.constant('facts' as const),
      facts: fc.array(fc.record({ label: anyText, value: anyText }), { maxLength: 6 }),
    }),
    fc.record({
      part: fc.constant('rows' as const),
      columns: fc.constant(['A', 'B', 'C', 'D']),
      rows: fc.array(row, { maxLength: 12 }),
      empty: anyText,
    }),
  );
  fc.assert(
    fc.property(
      anyText,
      fc.array(part, { maxLength: 3 }),
      fc.constantFrom('message' as const, 'modal' as const),
      (title, parts, surface) => {
        const view: View = { title, parts };
        const drawn = draw(view, surface);
        const sent =
          surface === 'message' ? { text: drawn.text, blocks: drawn.blocks } : readModal(pointers, { view, target });
        expect(sendProblems(surface, sent)).toEqual([]);
        expect(validateBlocks(surface, sent.blocks)).toEqual([]);
        expect(mrkdwnTexts(drawn.blocks)).toEqual([]);
        expect(livingElements(drawn.blocks)).toEqual([]);
        expect(bracketed(drawn.text)).toEqual([]);
      },
    ),
    { numRuns: 200 },
  );
});
