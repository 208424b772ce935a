import { describe, expect, it } from 'vitest';
import { noBrowser, useBrowser } from '../browser.ts';
import { GALLERY } from '../fake-people.ts';
import { findUnnamed } from '../find-unnamed.ts';

describe.skipIf(noBrowser)('the page', () => {
  const open = useBrowser();

  it.each([
    ['a phone', 390, 844],
    ['a desktop', 1440, 900],
  ])('never scrolls sideways on %s, nor when it becomes wider or narrower', async (_name, width, height) => {
    const { tab } = await open({ viewport: { width, height } });
    if (width < 700) await tab.getByTestId('pane-workspace').click();
    await tab.getByTestId(`channel-${GALLERY}`).click();
    await tab.getByText('Erin wants a key').waitFor();
    for (const next of [width, 320, 390, 699, 700, 900, 1099, 1100, 1280, 1440, 2200]) {
      await tab.setViewportSize({ width: next, height });
      expect(
        await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        `page at ${next}`,
      ).toBeLessThanOrEqual(0);
      const list = tab.getByTestId('messages');
      expect(await list.evaluate((one) => one.scrollWidth - one.clientWidth), `list at ${next}`).toBeLessThanOrEqual(0);
    }
  });

  it('shows one pane at a time on a phone, and a way to each', async () => {
    const { tab } = await open({ viewport: { width: 390, height: 844 } });
    expect(await tab.getByTestId('composer').isVisible()).toBe(true);
    await tab.getByTestId('pane-organization').click();
    await tab.getByTestId('board').waitFor();
    expect(await tab.getByTestId('composer').isVisible()).toBe(false);
    await tab.getByTestId('pane-workspace').click();
    await tab.getByTestId('person-switch').waitFor();
    await tab.getByTestId('controls-toggle').click();
    await tab.getByTestId('verify').waitFor();
  });

  it('gives every control a name and every field a label, wherever one goes', async () => {
    const { tab } = await open();
    expect(await findUnnamed(tab)).toEqual([]);
    await tab.getByTestId(`channel-${GALLERY}`).click();
    await tab.getByText('Erin wants a key').waitFor();
    expect(await findUnnamed(tab)).toEqual([]);
    await tab.getByTestId('app-home').click();
    await tab.getByTestId('home').waitFor();
    expect(await findUnnamed(tab)).toEqual([]);
    await tab.getByTestId('shortcuts').click();
    await tab.getByTestId('shortcut-get-key').click();
    await tab.getByTestId('modal').waitFor();
    expect(await findUnnamed(tab)).toEqual([]);
  });

  it('follows the system’s colours until the person chooses, and remembers the choice', async () => {
    const { tab } = await open({ colorScheme: 'dark' });
    const ground = () =>
      tab.evaluate(() => getComputedStyle(document.querySelector('main') ?? document.body).backgroundColor);
    const dark = await ground();
    await tab.getByRole('button', { name: 'Use light colours' }).click();
    await expect.poll(ground).toBe('rgb(255, 255, 255)');
    expect(dark).not.toBe('rgb(255, 255, 255)');
    await tab.reload();
    await tab.getByTestId('composer').waitFor();
    await expect.poll(ground).toBe('rgb(255, 255, 255)');
  });

  it('moves the clock and shows the sandbox’s time', async () => {
    const { tab, stage } = await open();
    const before = await tab.getByTestId('clock').getAttribute('datetime');
    await tab.getByTestId('clock-forward-day').click();
    await expect.poll(() => tab.getByTestId('clock').getAttribute('datetime')).not.toBe(before);
    expect(stage.received).toContainEqual({ advance: 86_400_000 });
  });

  it('asks before it goes behind the bot’s back, and marks the key that comes of it', async () => {
    const { tab, stage } = await open();
    await tab.getByTestId('behind').click();
    await tab.getByTestId('behind-cancel').click();
    expect(stage.received).not.toContain('behind');
    await tab.getByTestId('behind').click();
    await tab.getByTestId('behind-confirm').click();
    await tab.getByTestId('results').getByText('Created the service account').waitFor();
    // The board follows a moment after the answer.
    await tab.getByTestId('board-key-key_shadow').getByText('New').waitFor();
  });

  it('shows a key that was removed as removed', async () => {
    const { tab, stage } = await open();
    stage.removeKey('key_7a1c');
    await expect.poll(() => tab.getByTestId('board-key-key_7a1c').textContent()).toContain('Removed');
  });

  it('says the verdict of a proof in words', async () => {
    const { tab } = await open();
    await tab.getByTestId('verify').click();
    await tab.getByText('Intact', { exact: true }).waitFor();
    await tab.getByTestId('tamper').click();
    await tab.getByText('Done', { exact: true }).waitFor();
    await tab.getByTestId('verify').click();
    await tab.getByText('Broken', { exact: true }).waitFor();
    expect(await tab.getByTestId('announcer').textContent()).toContain('Broken');
  });

  it('resets only when asked twice', async () => {
    const { tab, stage } = await open();
    await tab.getByTestId('reset').click();
    await tab.keyboard.press('Escape');
    expect(stage.received).not.toContain('reset');
    await tab.getByTestId('reset').click();
    await tab.getByTestId('reset-confirm').click();
    await expect.poll(() => stage.received).toContain('reset');
  });

  it('says when the sandbox is gone', async () => {
    const { tab, page } = await open();
    await page.close();
    await tab.getByText('The sandbox does not answer').waitFor();
  });

  it('hides the organization and shows it again', async () => {
    const { tab } = await open();
    await tab.getByRole('button', { name: 'Hide the organization' }).click();
    await tab.getByTestId('board').waitFor({ state: 'hidden' });
    await tab.getByRole('button', { name: 'Show the OpenAI organization' }).click();
    await tab.getByTestId('board').waitFor({ state: 'visible' });
  });
});
