import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { minuteMs } from '#domain/instant.ts';
import { personId } from '#domain/ids.ts';
import { proofHolds } from '#identity/passkeys.ts';
import { grantOnHost, pageOnHost } from '#workflow/step-up/enrol-on-host.ts';
import { verifySignatures } from '#workflow/step-up/verify-signatures.ts';
import { executablePath, noBrowser, quietly } from '../sandbox/page/browser.ts';
import { right } from '../support/enrolling.ts';
import { askForKey } from './key-story.ts';
import { openScene, type Scene } from './scene.ts';

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };

/** Where somebody who wants to look at the pages has their pictures put. */
const PICTURES = process.env['COUNTERSIGN_PICTURES'];

/** On a phone and on a desk, because nobody knows where somebody is on that day. */
async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES === undefined) return;
  mkdirSync(PICTURES, { recursive: true });
  for (const [where, size] of [
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ] as const) {
    await page.setViewportSize(size);
    await page.screenshot({ path: join(PICTURES, `${name}-${where}.png`), fullPage: true });
  }
}

describe.skipIf(noBrowser)('the desk in a real browser, while Slack is down', () => {
  let scene: Scene;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    scene = await openScene();
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: [...quietly] });
    const context = await browser.newContext({ viewport: PHONE, deviceScaleFactor: 2, reducedMotion: 'reduce' });
    page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) complaints.push(message.text());
    });
    const devtools = await context.newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    const { house } = scene.world.bot();
    const enrolment = right(await grantOnHost(house, personId('sam')));
    await page.goto(right(await pageOnHost(house, enrolment)));
    await page.getByRole('button', { name: 'Make a passkey' }).click();
    await page.getByRole('heading', { name: 'Enrolled: your passkey' }).waitFor();
    await askForKey(scene);
    await scene.sam.type('/openai keys list playground');
    await scene.sam.type('/openai keys list search-dev');
    await scene.world.advance(5 * minuteMs);
    scene.world.slack.behaviour.isDown = true;
  });
  afterAll(async () => {
    await browser.close();
    await scene.close();
  });

  it('A16 · signs in without naming anybody, and stops a key with one signature over what is sent', async () => {
    const { world } = scene;
    await page.goto(`${world.bot().pagesUrl ?? ''}/desk`);
    await picture(page, '1-door');
    await page.getByRole('button', { name: 'Sign in with your passkey' }).click();
    await page.getByRole('heading', { name: 'What has to stop, Sam Okafor?' }).waitFor();
    await picture(page, '2-desk');
    await page.getByRole('link', { name: 'Revoke a key' }).click();
    await page.getByLabel('Find it').fill('hackd');
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByLabel('hackday').check();
    await page.getByLabel('Why').fill('it is in a public repository');
    await picture(page, '3-choose');
    await page.getByRole('button', { name: 'See exactly what is sent' }).click();
    await page.getByText('Nothing has happened yet. Read it, then sign.').waitFor();
    await page.getByText('DELETE /organization/projects/').waitFor();
    await picture(page, '4-sign');
    await page.getByRole('button', { name: 'Sign and stop it' }).click();
    await page.getByRole('heading', { name: 'Stopped' }).waitFor();
    await picture(page, '5-done');
    await page.getByRole('link', { name: 'Desk' }).click();
    await picture(page, '6-again');
    expect(await verifySignatures(world.bot().store.read.audit, proofHolds)).toMatchObject({ signed: 1, broken: [] });
    expect(await world.bot().store.read.debts.open()).toMatchObject([{ kind: 'without-slack' }]);
    expect(complaints).toEqual([]);
  });

  it('freezes everything, and shows on the desk that it is frozen', async () => {
    await page.getByRole('link', { name: 'Freeze everything' }).click();
    await page.getByLabel('Why').fill('an approver’s laptop was stolen');
    await page.getByRole('button', { name: 'See exactly what is sent' }).click();
    await picture(page, '7-freeze');
    await page.getByRole('button', { name: 'Sign and stop it' }).click();
    await page.getByRole('heading', { name: 'Stopped' }).waitFor();
    await page.getByRole('link', { name: 'Desk' }).click();
    await page.getByText('Frozen: Sam Okafor froze everything').waitFor();
    await picture(page, '8-frozen');
  });
});
