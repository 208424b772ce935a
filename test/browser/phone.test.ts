/// <reference lib="dom" />
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvals, bea, erin, searchTeam } from './cast.ts';
import { isWithoutChromium } from './chromium.ts';
import { openStage, type Stage } from './open-stage.ts';
import { askForKey } from './play.ts';
import type { Visitor } from './visitor.ts';

const sceneMs = 60_000;
const widthPx = 390;

const phone = { viewport: { width: widthPx, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

// One story on a phone, scene after scene.
describe.skipIf(isWithoutChromium)('on a phone', { timeout: sceneMs }, () => {
  let stage: Stage;
  let visitor: Visitor;
  const fits = async (): Promise<void> => expect(await visitor.page.evaluate(tooWide, widthPx)).toEqual([]);
  beforeAll(async () => {
    stage = await openStage();
    visitor = await stage.open(phone);
  }, sceneMs);
  afterAll(() => stage.close());

  it('one pane shows at a time, each within the width', async () => {
    for (const pane of ['workspace', 'organization', 'conversation'] as const) {
      await visitor.byId(`pane-${pane}`).click();
      await fits();
    }
    await visitor.byId('controls-toggle').click();
    await visitor.byId('clock-forward-hour').waitFor();
    await fits();
    await visitor.byId('controls-toggle').click();
  });

  it('a text beside a button is never squeezed into a column of single words', async () => {
    await visitor.openChannel(searchTeam);
    await visitor.say('/openai help');
    await visitor.message('Everything there is').waitFor();
    const widths = await visitor.page
      .locator('.section-body')
      .evaluateAll((bodies) => bodies.map((body) => body.clientWidth));
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(200);
    await fits();
  });

  it('a request is asked for and its card fits the screen', async () => {
    await askForKey(visitor);
    await visitor.be(bea);
    await visitor.openChannel(approvals);
    const card = visitor.message('Issue an API key in search-dev');
    await card.waitFor();
    await fits();
    const [list, title, approve] = await Promise.all(
      [
        visitor.byId('messages'),
        card.getByText('Issue an API key in search-dev'),
        card.getByRole('button', { name: /^Approve/ }),
      ].map((part) => part.boundingBox()),
    );
    expect(title?.y, 'the card begins on the screen').toBeGreaterThanOrEqual(list?.y ?? Infinity);
    expect((approve?.y ?? Infinity) + (approve?.height ?? 0), 'its buttons are on it too').toBeLessThanOrEqual(
      (list?.y ?? 0) + (list?.height ?? 0),
    );
  });

  it('the decision shows what counts above the comment, within one screen, and no keyboard covers it', async () => {
    await visitor.pressOnMessage('Approve');
    const decision = await visitor.modal('Approve this?');
    await fits();
    const comment = decision.field('Comment');
    const body = decision.root.locator('.dialog-body');
    const [area, input, digest] = await Promise.all([
      body.boundingBox(),
      comment.boundingBox(),
      decision.root.getByText(/^R-/).first().boundingBox(),
    ]);
    expect(digest?.y).toBeLessThan(input?.y ?? 0);
    expect((input?.y ?? Infinity) + (input?.height ?? 0)).toBeLessThanOrEqual((area?.y ?? 0) + (area?.height ?? 0));
    expect(await body.evaluate((element) => element.scrollTop)).toBe(0);
    expect(await comment.evaluate((element) => element === document.activeElement)).toBe(false);
    await decision.submit();
    await (await visitor.modal('Done')).close();
    await visitor.message('Approved by Bea Lindqvist').waitFor();
    await fits();
  });

  it('the key is shown whole, within the width', async () => {
    await visitor.be(erin);
    await visitor.openApp('messages');
    await visitor.pressOnMessage('Make my key');
    const shown = await visitor.modal('Your key, shown once');
    await fits();
    expect(await shown.root.getByRole('button', { name: /^Copy/ }).count()).toBe(3);
    await shown.close();
    await visitor.openApp('home');
    await visitor.byId('home').getByText('nightly-eval').waitFor();
    await fits();
  });

  it('nothing went wrong that nobody saw', () => {
    expect(stage.faults).toEqual([]);
  });
});

// Runs in the page: everything visible that reaches beyond the right edge or has to be scrolled sideways.
function tooWide(width: number): string[] {
  const name = (element: Element) => `${element.tagName.toLowerCase()}.${element.className}`;
  const beyond = [...document.body.querySelectorAll('*')].filter((element) => {
    if (!element.checkVisibility() || element.closest('.unseen, .skip, svg') !== null) return false;
    const { right, left } = element.getBoundingClientRect();
    return right > width + 1 || left < -1;
  });
  const sideways = [document.documentElement, ...document.querySelectorAll('*')].filter(
    (element) =>
      element.scrollWidth > element.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(element).overflowX),
  );
  return [...beyond, ...sideways].map(name);
}
