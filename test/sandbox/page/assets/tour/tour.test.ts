import { describe, expect, it } from 'vitest';
import { noBrowser, useBrowser } from '../../browser.ts';
import type { BrowserPage } from '../../browser.ts';

describe.skipIf(noBrowser)('the tour', () => {
  const open = useBrowser();

  async function done({ tab }: BrowserPage): Promise<readonly number[]> {
    const flags = await Promise.all(
      [1, 2, 3, 4, 5].map((step) => tab.getByTestId(`tour-step-${step}`).getAttribute('data-done')),
    );
    return flags.flatMap((flag, index) => (flag === 'true' ? [index + 1] : []));
  }

  it('is played from the first step to the last, each ticking itself off when it happened', async () => {
    const page = await open();
    const { tab } = page;
    await tab.getByTestId('tour-step-1').click();
    await expect.poll(() => tab.getByTestId('composer').inputValue()).toBe('/openai keys issue');
    expect(await done(page)).toEqual([]);
    await tab.getByTestId('composer').press('Enter');
    await tab.locator('[data-block-id="project"]').fill('search-dev');
    await tab.getByRole('option', { name: 'search-dev' }).click();
    await tab.locator('[data-block-id="purpose"]').fill('Reindexing');
    await tab.getByTestId('modal-submit').click();
    await expect.poll(() => done(page)).toEqual([1]);

    await tab.getByTestId('tour-step-2').click();
    await tab.locator('[data-action-id="approve"]').click();
    await tab.getByTestId('messages').getByText('somebody else must approve it').waitFor();
    expect(await done(page)).toEqual([1, 2]);

    await tab.getByTestId('tour-step-3').click();
    await tab.getByTestId('person-switch').getByText('Bea Lindqvist').waitFor();
    await tab.locator('[data-action-id="approve"]').click();
    await tab.getByTestId('modal-submit').click();
    await expect.poll(() => done(page)).toEqual([1, 2, 3]);

    await tab.getByTestId('tour-step-4').click();
    await tab.locator('[data-action-id="make"]').click();
    await tab.getByTestId('modal').getByText('Shown once').waitFor();
    await expect.poll(() => done(page)).toEqual([1, 2, 3, 4]);
    expect(await tab.getByTestId('board-key-key_erin-search').textContent()).toContain('New');
    await tab.getByTestId('modal-close').click();

    await tab.getByTestId('verify').click();
    await tab.getByTestId('results').getByText('12 entries verify.').waitFor();
    expect(await done(page)).toEqual([1, 2, 3, 4]);
    await tab.getByTestId('tamper').click();
    await tab.getByTestId('results').getByText('the approver was changed').waitFor();
    await tab.getByTestId('verify').click();
    await expect.poll(() => done(page)).toEqual([1, 2, 3, 4, 5]);
    expect(page.complaints).toEqual([]);
  });

  it('ticks nothing off for what was on the board before', async () => {
    const page = await open();
    page.stage.addKey('proj_search_dev', 'somebody-elses');
    await page.tab.getByTestId('board-key-key_somebody-elses').waitFor();
    expect(await done(page)).toEqual([]);
  });

  it('is dismissed, shown again and restarted', async () => {
    const { tab } = await open();
    await tab.getByTestId('tour-dismiss').click();
    await tab.getByTestId('tour').waitFor({ state: 'detached' });
    await tab.reload();
    await tab.getByTestId('tour-show').click();
    await tab.getByTestId('tour').waitFor();
    await tab.getByTestId('tour-restart').click();
    expect(await tab.getByTestId('tour').textContent()).toContain('0 of 5 done');
  });
});
