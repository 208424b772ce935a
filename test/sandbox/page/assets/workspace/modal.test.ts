import { describe, expect, it } from 'vitest';
import { noBrowser, useBrowser } from '../../browser.ts';
import type { BrowserPage } from '../../browser.ts';
import { ERIN } from '../../fake-people.ts';

describe.skipIf(noBrowser)('a modal', () => {
  const open = useBrowser();

  async function form(): Promise<BrowserPage> {
    const page = await open();
    await page.tab.getByTestId('composer').fill('/openai keys issue');
    await page.tab.keyboard.press('Enter');
    await page.tab.getByTestId('modal').waitFor();
    return page;
  }

  it('is filled in and sent with the keyboard alone', async () => {
    const { tab, stage } = await form();
    const focused = () => tab.evaluate(() => document.activeElement?.getAttribute('data-block-id'));
    expect(await focused()).toBe('project');
    await tab.keyboard.type('search');
    await tab.getByRole('option', { name: 'search-dev' }).waitFor();
    await tab.keyboard.press('ArrowDown');
    await tab.keyboard.press('Enter');
    expect(await tab.locator('[data-block-id="project"]').inputValue()).toBe('search-prod');
    await tab.keyboard.press('Tab');
    expect(await focused()).toBe('purpose');
    await tab.keyboard.type('Reindexing');
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Tab');
    await tab.keyboard.type('14');
    await tab.keyboard.press('Enter');
    await tab.getByTestId('modal').waitFor({ state: 'detached' });
    expect(stage.received.at(-1)).toMatchObject({
      userId: ERIN,
      submit: {
        state: {
          project: { value: { selected_option: { value: 'proj_search-prod' } } },
          purpose: { value: { value: 'Reindexing' } },
          days: { value: { value: '14' } },
          tier: { value: { selected_option: { value: 'normal' } } },
        },
      },
    });
    expect(await tab.evaluate(() => document.activeElement?.id)).toBe('composer');
  });

  it('keeps Tab inside, both ways round', async () => {
    const { tab } = await form();
    const inside = () => tab.evaluate(() => document.querySelector('dialog')?.contains(document.activeElement));
    await tab.getByTestId('modal-submit').focus();
    await tab.keyboard.press('Tab');
    expect(await tab.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('modal-close');
    await tab.keyboard.press('Shift+Tab');
    expect(await tab.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('modal-submit');
    for (let count = 0; count < 40; count += 1) {
      await tab.keyboard.press('Tab');
      expect(await inside()).toBe(true);
    }
  });

  it('closes with Escape, after the list in it has', async () => {
    const { tab, stage } = await form();
    await tab.locator('[data-block-id="scope"]').click();
    await tab.getByRole('listbox').waitFor();
    await tab.keyboard.press('Escape');
    await tab.getByRole('listbox').waitFor({ state: 'detached' });
    expect(await tab.getByTestId('modal').count()).toBe(1);
    await tab.keyboard.press('Escape');
    await tab.getByTestId('modal').waitFor({ state: 'detached' });
    expect(stage.received.at(-1)).toEqual({ closeModal: ERIN });
  });

  it('says at each field what is missing, before anything is sent, and goes to the first', async () => {
    const { tab, stage } = await form();
    await tab.getByTestId('modal-submit').click();
    expect(await tab.getByRole('alert').allTextContents()).toEqual([
      'Please complete this required field.',
      'Please complete this required field.',
    ]);
    const project = tab.locator('[data-block-id="project"]');
    await expect.poll(() => project.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await project.getAttribute('aria-invalid')).toBe('true');
    const describedBy = await project.getAttribute('aria-describedby');
    expect(await tab.locator(`[id="${describedBy}"]`).textContent()).toBe('Please complete this required field.');
    expect(JSON.stringify(stage.received)).not.toContain('submit');
  });

  it('shows the app’s own error at the field it belongs to, and keeps what was typed', async () => {
    const { tab } = await form();
    await tab.locator('[data-block-id="project"]').fill('search-dev');
    await tab.getByRole('option', { name: 'search-dev' }).click();
    await tab.locator('[data-block-id="purpose"]').fill('forbidden thing');
    await tab.getByTestId('modal-submit').click();
    await tab.getByText('The policy does not allow this purpose.').waitFor();
    expect(await tab.locator('[data-block-id="purpose"]').inputValue()).toBe('forbidden thing');
    expect(await tab.locator('[data-block-id="project"]').inputValue()).toBe('search-dev');
  });

  it('keeps what was typed while another view lies on top', async () => {
    const { tab, stage } = await form();
    await tab.locator('[data-block-id="purpose"]').fill('Half a sentence');
    stage.workspace.open(ERIN, { title: 'On top', blocks: [] });
    stage.ring();
    await tab.getByRole('heading', { name: 'On top' }).waitFor();
    expect(await tab.getByText('View 2 of 3').count()).toBe(1);
    await tab.getByTestId('modal-close').click();
    expect(await tab.locator('[data-block-id="purpose"]').inputValue()).toBe('Half a sentence');
  });

  it('without fields begins at its title, so that Enter does not close it unread', async () => {
    const { tab, stage } = await open();
    stage.workspace.open(ERIN, { title: 'Your key', blocks: [] });
    stage.ring();
    await tab.getByTestId('modal').waitFor();
    expect(await tab.evaluate(() => document.activeElement?.textContent)).toBe('Your key');
    await tab.keyboard.press('Enter');
    expect(await tab.getByTestId('modal').count()).toBe(1);
    expect(stage.received).toEqual([]);
  });

  it('ties every label to its field', async () => {
    const { tab } = await form();
    for (const label of ['Project', 'What is it for?', 'Days', 'Scope', 'Owner', 'From (optional)']) {
      expect(await tab.getByRole('dialog').getByLabel(label, { exact: true }).count(), label).toBe(1);
    }
    expect(await tab.getByRole('radiogroup', { name: 'Urgency' }).getByRole('radio').count()).toBe(2);
    expect(await tab.getByRole('group', { name: /Also/ }).getByRole('checkbox').count()).toBe(2);
  });

  it('takes and drops several choices of a multi-select', async () => {
    const { tab, stage } = await form();
    const tags = tab.locator('[data-block-id="tags"]');
    for (const name of ['Batch', 'Evaluation']) {
      await tags.click();
      await tab.getByRole('option', { name }).click();
    }
    await tab.getByRole('button', { name: 'Remove “Batch”' }).click();
    await tab.locator('[data-block-id="project"]').fill('search-dev');
    await tab.getByRole('option', { name: 'search-dev' }).click();
    await tab.locator('[data-block-id="purpose"]').fill('Evaluation runs');
    await tab.getByTestId('modal-submit').click();
    await tab.getByTestId('modal').waitFor({ state: 'detached' });
    expect(stage.received.at(-1)).toMatchObject({
      submit: { state: { tags: { value: { selected_options: [{ value: 'c' }] } } } },
    });
  });
});
