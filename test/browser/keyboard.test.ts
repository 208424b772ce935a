/// <reference lib="dom" />
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { focused, showsFocus, tabStops, tabTo } from './accessibility.ts';
import { isWithoutChromium } from './chromium.ts';
import { openStage, type Stage } from './open-stage.ts';
import type { Visitor } from './visitor.ts';

const sceneMs = 60_000;

// One story without a mouse, scene after scene.
describe.skipIf(isWithoutChromium)('with the keyboard alone', { timeout: sceneMs }, () => {
  let stage: Stage;
  let visitor: Visitor;
  const press = (key: string) => visitor.page.keyboard.press(key);
  const type = (text: string) => visitor.page.keyboard.type(text);
  const has = (what: RegExp) => expect.poll(() => focused(visitor.page)).toMatch(what);
  const become = async (letter: string, name: string) => {
    await tabTo(visitor.page, /^button "You are:/);
    await press('Enter');
    await has(/^menuitemradio /);
    await press(letter);
    await has(new RegExp(`^menuitemradio "${name}`));
    await press('Enter');
    await has(new RegExp(`^button "You are: ${name}`));
  };
  beforeAll(async () => {
    stage = await openStage();
    visitor = await stage.open();
  }, sceneMs);
  afterAll(() => stage.close());

  it('the first stop leads past the bars to the conversation', async () => {
    await press('Tab');
    await has(/^link "Skip to the conversation"/);
    await press('Enter');
    await has(/^main "Conversation"/);
  });

  it('the person is changed by arrows or first letter; Escape changes nobody', async () => {
    await become('b', 'Bea Lindqvist');
    await press('Enter');
    await has(/^menuitemradio "Bea Lindqvist/);
    await press('ArrowDown');
    await has(/^menuitemradio "Omar Haddad/);
    await press('Escape');
    await has(/^button "You are: Bea Lindqvist/);
    await become('e', 'Erin Vale');
  });

  it('a command is typed with its suggestions, and the form it opens takes the focus without scrolling', async () => {
    await tabTo(visitor.page, /^button "search-team/);
    await press('Enter');
    await tabTo(visitor.page, /^textbox "Message #search-team"/);
    await type('/openai keys iss');
    await visitor.page.getByRole('option', { name: /keys issue/ }).waitFor();
    await press('Tab');
    await type('search-dev');
    await press('Enter');
    await visitor.modal('Get an API key');
    await has(/^combobox "Project"/);
    expect(await scrolled(visitor)).toBe(0);
  });

  it('Tab stays in the modal, in both directions, and shows where it is', async () => {
    const forward = await tabStops(visitor.page);
    const inside = ['combobox "Project"', 'textbox "Name"', 'textbox "Why"', 'button "Cancel"', 'button "Preview"'];
    for (const stop of inside)
      expect(
        forward.some((each) => each.startsWith(stop)),
        stop,
      ).toBe(true);
    expect(forward.filter((stop) => /Message|You are|nothing|#/.test(stop))).toEqual([]);
    const backward = await tabStops(visitor.page, 'Shift+Tab');
    expect(backward.toSorted()).toEqual(forward.toSorted());
    for (const stop of [/^textbox "Name"/, /^combobox "What it may do"/, /^button "Preview"/]) {
      await tabTo(visitor.page, stop);
      expect(await showsFocus(visitor.page.locator(':focus')), String(stop)).toBe(true);
    }
  });

  it('what is missing is said at the field, which has the focus then', async () => {
    await press('Enter');
    await has(/^textbox "Name"/);
    const said = await visitor.page.locator(':focus').evaluate(describedBy);
    expect(said).toContain('Please complete this required field.');
    expect(said).toContain('What the key is for');
  });

  it('form and preview are sent; each new view begins at its top, on no button that a second Enter would press', async () => {
    await type('nightly-eval');
    await tabTo(visitor.page, /^textbox "Why"/);
    await type('Nightly evaluation');
    await tabTo(visitor.page, /^button "Preview"/);
    await press('Enter');
    await visitor.modal('Send this?');
    await has(/^heading "Send this\?"/);
    expect(await scrolled(visitor)).toBe(0);
    await tabTo(visitor.page, /^button "Send"/);
    await press('Enter');
    await visitor.modal('Done');
    await has(/^heading "Done"/);
    await press('Escape');
    await visitor.hasNoModal();
    await has(/^textbox "Message #search-team"/);
  });

  it('Approve on the card is a stop of Tab, and Escape brings the focus back to it', async () => {
    await become('b', 'Bea Lindqvist');
    await tabTo(visitor.page, /^button "openai-approvals/);
    await press('Enter');
    await visitor.message('Issue an API key').waitFor();
    await tabTo(visitor.page, /^button "Approve R-/);
    await press('Enter');
    await visitor.modal('Approve this?');
    expect(await scrolled(visitor)).toBe(0);
    await press('Escape');
    await visitor.hasNoModal();
    await has(/^button "Approve R-/);
  });

  it('the decision is taken, and the focus is not lost with the button that is gone', async () => {
    await press('Enter');
    await visitor.modal('Approve this?');
    await tabTo(visitor.page, /^button "Approve"/);
    await press('Enter');
    await visitor.modal('Done');
    await visitor.message('Approved by Bea Lindqvist').waitFor();
    await press('Escape');
    await visitor.hasNoModal();
    await has(/^main "Conversation"/);
  });

  it('F6 goes from region to region', async () => {
    const regions = new Set<string>();
    for (let turn = 0; turn < 6; turn += 1) {
      await press('F6');
      regions.add(await visitor.page.evaluate(regionOfFocus));
    }
    expect([...regions].toSorted()).toEqual(['board', 'composer', 'message-list', 'sidebar', 'top', 'tour']);
  });

  it('nothing went wrong that nobody saw', () => {
    expect(stage.faults).toEqual([]);
  });
});

function scrolled(visitor: Visitor): Promise<number> {
  return visitor
    .byId('modal')
    .locator('.dialog-body')
    .evaluate((body) => body.scrollTop);
}

// These run in the page.

function describedBy(field: Element): string {
  const ids = (field.getAttribute('aria-describedby') ?? '').split(' ');
  return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
}

function regionOfFocus(): string {
  const names = ['top', 'sidebar', 'message-list', 'composer', 'tour', 'board'];
  const inside = (name: string) => document.activeElement?.closest(`.${name}`) ?? null;
  return names.find((name) => inside(name) !== null) ?? 'nowhere';
}
