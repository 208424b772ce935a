import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personId } from '#domain/ids.ts';
import { isRefusal } from '#domain/refusal.ts';
import { proofHolds } from '#identity/passkeys.ts';
import { grantOnHost, pageOnHost } from '#workflow/step-up/enrol-on-host.ts';
import { verifySignatures } from '#workflow/step-up/verify-signatures.ts';
import { executablePath, noBrowser, quietly } from '../sandbox/page/browser.ts';
import { askForKey, openDecision } from './key-story.ts';
import { elementsIn } from './read-blocks.ts';
import { openScene, policyWith, type Scene } from './scene.ts';

// A phone, so that the pictures show what most people see.
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, reducedMotion: 'reduce' } as const;

/** Where somebody who wants to look at the pages has their pictures put. */
const PICTURES = process.env['COUNTERSIGN_PICTURES'];

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES === undefined) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
}

describe.skipIf(noBrowser)('a passkey in a real browser', () => {
  let scene: Scene;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    scene = await openScene({
      policyText: await policyWith('routine: {', 'routine: { step_up: passkey,'),
    });
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: [...quietly] });
    page = await (await browser.newContext(PHONE)).newPage();
    page.setDefaultTimeout(10_000);
    const devtools = await page.context().newCDPSession(page);
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
  });
  afterAll(async () => {
    await browser.close();
    await scene.close();
  });

  async function enrolmentPage(person: string): Promise<string> {
    const { house } = scene.world.bot();
    const enrolment = await grantOnHost(house, personId(person));
    if (isRefusal(enrolment)) throw new Error(enrolment.rule);
    const url = await pageOnHost(house, enrolment);
    if (isRefusal(url)) throw new Error(url.rule);
    return url;
  }

  it('is made on the page, and its recovery codes are shown once', async () => {
    const url = await enrolmentPage('bea');
    await page.goto(url);
    await picture(page, 'enrol');
    await page.getByRole('button', { name: 'Make a passkey' }).click();
    await page.getByRole('heading', { name: 'Enrolled: your passkey' }).waitFor();
    expect(await page.locator('.codes li').count()).toBe(5);
    await picture(page, 'enrolled');
    await page.goto(url);
    expect(await page.textContent('h1')).toBe('Not possible');
  });

  it('A11, A18, D3, E10 · approves from Slack with one press and a signature that anybody can verify', async () => {
    const { bea, world } = scene;
    const id = await askForKey(scene);
    await openDecision(scene, bea, id);
    const link = elementsIn(bea.modal().blocks).find(({ element }) => element['action_id'] === 'page.open');
    await page.goto(String(link?.element['url']));
    expect(await page.textContent('h1')).toContain('key');
    await picture(page, 'approve');
    await page.getByRole('button', { name: 'Approve with your passkey' }).click();
    await page.getByRole('heading', { name: 'Approved' }).waitFor();
    await picture(page, 'approved');
    await world.settle();
    expect((await world.bot().store.read.requests.find(id))?.state).toBe('waiting');
    expect(await verifySignatures(world.bot().store.read.audit, proofHolds)).toEqual({
      signed: 1,
      codes: 0,
      broken: [],
    });
  });
});
