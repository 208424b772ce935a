import { beforeAll, describe, expect, it } from 'vitest';
import { noBrowser, useBrowser } from '../../browser.ts';
import type { BrowserPage } from '../../browser.ts';
import { ERIN, GALLERY, HELP } from '../../fake-people.ts';
import { GALLERY_BLOCKS } from '../../gallery-blocks.ts';

const HOSTILE = [
  '<img src=x onerror="window.hacked=1">',
  '<script>window.hacked=1</script>',
  '&lt;img src=x onerror=window.hacked=1&gt;',
  '<javascript:window.hacked=1|press me>',
  '*<svg onload=window.hacked=1>*',
  '```<iframe srcdoc="<script>parent.hacked=1</script>"></iframe>```',
];

describe.skipIf(noBrowser)('the renderer', () => {
  const open = useBrowser('all tests');
  let shared: BrowserPage;

  // Loading the page takes longer than any of these tests, and none of them spoils the gallery for another.
  beforeAll(async () => {
    shared = await open();
    await shared.tab.getByTestId(`channel-${GALLERY}`).click();
    await shared.tab.getByText('Erin wants a key').waitFor();
  });

  it('draws every block of the gallery without a complaint', async () => {
    const { tab, complaints } = shared;
    const types = GALLERY_BLOCKS.flat().map(({ type }) => type);
    const drawn = await tab
      .locator('[data-block-type]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-block-type')));
    expect(drawn).toEqual(types);
    const sizes = await tab
      .locator('[data-block-type]')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(Math.min(...sizes)).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });

  it('names a block it cannot draw, and says so of no other', async () => {
    const { tab } = shared;
    expect(await tab.locator('.unknown-element').allTextContents()).toEqual(['This page cannot draw a “video” block.']);
  });

  it('draws marks, mentions, dates, emoji, quotes, code and links as Slack does', async () => {
    const { tab } = shared;
    const list = tab.getByTestId('messages');
    expect(await list.locator('.mention-me').first().textContent()).toBe('@Erin Okafor');
    expect(await list.locator('.mention', { hasText: 'platform' }).first().textContent()).toBe('@platform');
    expect(await list.locator('time', { hasText: 'tomorrow at' }).count()).toBe(1);
    expect(await list.getByRole('img', { name: 'rocket' }).textContent()).toBe('🚀');
    expect(await list.locator('blockquote').first().textContent()).toBe('quoted onceand again');
    expect(await list.locator('s', { hasText: 'struck' }).count()).toBe(1);
    expect(await list.getByRole('link', { name: 'a link' }).getAttribute('href')).toBe('https://example.com/a?b=1&c=2');
    expect(await list.getByRole('link', { name: 'a link' }).getAttribute('rel')).toContain('noopener');
  });

  it('shows pictures that came with the message and only links those elsewhere', async () => {
    const { tab } = shared;
    const chart = tab.getByRole('img', { name: 'Spend rose from 210 to 480 dollars' });
    await chart.scrollIntoViewIfNeeded();
    expect(await chart.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(480);
    expect(await tab.getByRole('link', { name: 'A picture that lives elsewhere' }).count()).toBe(1);
  });

  it('draws tables with their head, alignment and pages', async () => {
    const { tab } = shared;
    expect(await tab.getByRole('columnheader').first().textContent()).toBe('Key');
    expect(await tab.getByText('Page 1 of 3').count()).toBe(1);
    await tab.getByRole('button', { name: 'Next rows' }).click();
    expect(await tab.getByText('Page 2 of 3').count()).toBe(1);
    expect(await tab.getByRole('cell', { name: 'batch', exact: true }).count()).toBe(1);
  });

  it('copies a block of code', async () => {
    const { tab } = shared;
    await tab.getByTestId('copy').first().click();
    await tab.getByText('Copied', { exact: true }).first().waitFor();
    expect(await tab.evaluate(() => navigator.clipboard.readText())).toBe(
      'export NAME=value\ncurl https://api.example.com',
    );
  });

  it('makes nothing of what looks like HTML but text', async () => {
    const { tab, stage, complaints } = await open();
    for (const text of HOSTILE) {
      stage.workspace.post({ channelId: HELP, userId: ERIN, text });
      const blocks = [
        { type: 'section', block_id: 's', text: { type: 'mrkdwn', text } },
        { type: 'header', block_id: 'h', text: { type: 'plain_text', text } },
        { type: 'markdown', block_id: 'm', text },
        {
          type: 'rich_text',
          block_id: 'r',
          elements: [
            { type: 'rich_text_section', elements: [{ type: 'link', url: 'javascript:window.hacked=1', text }] },
          ],
        },
        {
          type: 'actions',
          block_id: 'a',
          elements: [
            { type: 'button', action_id: 'x', url: 'javascript:window.hacked=1', text: { type: 'plain_text', text } },
          ],
        },
      ];
      stage.workspace.post({ channelId: HELP, text, blocks });
    }
    stage.ring();
    const list = tab.getByTestId('messages');
    await list.getByText('<script>window.hacked=1</script>').first().waitFor();
    expect(await list.locator('script, iframe, [onerror], [onload], a[href^="javascript"]').count()).toBe(0);
    expect(await list.locator('img:not([alt]), svg:not(.icon):not(.mark)').count()).toBe(0);
    expect(await tab.evaluate(() => 'hacked' in window)).toBe(false);
    expect(complaints).toEqual([]);
  });

  it('sends what was pressed or picked, with the ids of block and action', async () => {
    const { tab, stage } = shared;
    await tab.locator('[data-block-id="card-actions"][data-action-id="details"]').click();
    await tab.getByTestId('modal').waitFor();
    expect(stage.received.at(-1)).toMatchObject({
      userId: ERIN,
      click: { blockId: 'card-actions', actionId: 'details' },
    });
    await tab.keyboard.press('Escape');
    await tab.locator('[data-action-id="pick"]').click();
    await tab.getByRole('option', { name: /One week/ }).click();
    await expect
      .poll(() => stage.received.at(-1))
      .toMatchObject({
        click: {
          blockId: 'accessory-section',
          choice: { value: '1w', label: 'One week' },
          state: { 'accessory-section': { pick: { selected_option: { value: '1w' } } } },
        },
      });
  });

  it('asks first where a button carries a confirmation', async () => {
    const { tab, stage } = shared;
    const cancel = tab.locator('[data-action-id="cancel"]');
    await cancel.click();
    expect(await tab.getByTestId('confirm').textContent()).toContain('Nothing has been sent.');
    await tab.getByTestId('confirm-deny').click();
    expect(JSON.stringify(stage.received)).not.toContain('"cancel"');
    await cancel.click();
    await tab.getByTestId('confirm-yes').click();
    await expect.poll(() => stage.received.at(-1)).toMatchObject({ click: { actionId: 'cancel' } });
  });

  it('sends the choice of an overflow menu', async () => {
    const { tab, stage } = shared;
    await tab.locator('[data-action-id="more"]').click();
    await tab.getByRole('menuitem', { name: 'Mute for an hour' }).click();
    await expect
      .poll(() => stage.received.at(-1))
      .toMatchObject({ click: { actionId: 'more', choice: { value: 'mute' } } });
  });

  it('searches an external select through the seat', async () => {
    const { tab, stage } = shared;
    const select = tab.locator('[data-action-id="project"]');
    await select.fill('prod');
    await tab.getByRole('option', { name: /search-prod/ }).click();
    await expect.poll(() => stage.received.at(-1)).toMatchObject({ click: { choice: { value: 'proj_search-prod' } } });
    expect(await select.inputValue()).toBe('search-prod');
  });
});
