import { describe, expect, it } from 'vitest';
import { asMessages } from '#sandbox/slack/blocks/validate-blocks.ts';
import { validateView } from '#sandbox/slack/blocks/validate-view.ts';
import { field, modal, section } from '../slack-stage.ts';

const plain = (length: number) => ({ type: 'plain_text', text: 'x'.repeat(length) });
const complaints = (view: object) => asMessages(validateView('modal', view)).join('\n');

describe('a modal view', () => {
  it.each([
    ['title', 24, (size: number) => modal([], { title: plain(size) })],
    ['submit', 24, (size: number) => modal([], { submit: plain(size) })],
    ['close', 24, (size: number) => modal([], { close: plain(size) })],
    ['private_metadata', 3000, (size: number) => modal([], { private_metadata: 'x'.repeat(size) })],
    ['callback_id', 255, (size: number) => modal([], { callback_id: 'x'.repeat(size) })],
    ['external_id', 255, (size: number) => modal([], { external_id: 'x'.repeat(size) })],
  ])('has a %s of at most %i characters', (name, limit, make) => {
    expect(complaints(make(limit))).toBe('');
    expect(complaints(make(limit + 1))).toMatch(
      new RegExp(`must be less than ${limit + 1} characters \\[json-pointer:/view/${name}`),
    );
  });

  it('with a field needs a button to send it', () => {
    const { submit: _none, ...silent } = modal([section('Hello'), field('reason')]);
    expect(complaints(silent)).toBe(
      '[ERROR] must define `submit` to use an `input` block in modals [json-pointer:/view/blocks/1/input]',
    );
  });

  it('points into the view for what is wrong with a block', () => {
    expect(complaints(modal([section('x'.repeat(3001))]))).toContain('[json-pointer:/view/blocks/0/text/text]');
  });

  it('needs a title, and takes no field it does not know', () => {
    expect(complaints({ type: 'modal', blocks: [] })).toContain('missing required field: title [json-pointer:/view]');
    expect(complaints(modal([], { onClose: true }))).toContain(
      'invalid additional property: onClose [json-pointer:/view]',
    );
  });
});

describe('a Home', () => {
  it('has no title and no submit', () => {
    expect(validateView('home', { type: 'home', blocks: [] })).toEqual([]);
    expect(asMessages(validateView('home', { type: 'home', blocks: [], title: plain(3) }))).toEqual([
      '[ERROR] invalid additional property: title [json-pointer:/view]',
    ]);
  });

  it('is not a modal', () => {
    expect(asMessages(validateView('home', modal([])))).toEqual([
      '[ERROR] unsupported type: modal [json-pointer:/view/type]',
    ]);
  });
});
