/// <reference lib="dom" />
/**
 * Takes the pictures of the README and the docs anew from the sandbox: the same people and the same story each time, at the same hour of
 * the same day. Only what the bot and the emulators draw by lot (ids, keys) differs.
 *
 *     node bench/screenshots.ts [folder]
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page, PageScreenshotOptions } from 'playwright-core';
import { alerts, approvals, auditChannel, bea, erin, omar, priya, sam, searchTeam } from '../test/browser/cast.ts';
import { openStage, type Stage } from '../test/browser/open-stage.ts';
import type { Visitor } from '../test/browser/visitor.ts';
import { shrinkPicture } from './shrink-picture.ts';

const folder = process.argv[2] ?? 'docs/images';
// Two dots a point, so that letters are sharp on the screens that most people have.
const sharp = { deviceScaleFactor: 2 };
const phone = { ...sharp, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

// A Tuesday morning. The bot, both emulators and the page go by the clock of this process.
const aheadMs = Date.UTC(2026, 10, 24, 8, 41) - Date.now();
const realNow = Date.now;
Date.now = () => realNow() + aheadMs;

interface Ask {
  readonly project: string;
  readonly name: string;
  readonly days: number;
  readonly reason: string;
}

async function ask(visitor: Visitor, { project, name, days, reason }: Ask): Promise<void> {
  await visitor.openChannel(searchTeam);
  await visitor.say(
    `/openai keys issue ${project} --name ${name} --for ${days}d --access requests --reason "${reason}"`,
  );
  await (await visitor.modal('Send this?')).submit();
  await (await visitor.modal('Done')).close();
}

async function approve(visitor: Visitor): Promise<void> {
  await visitor.openChannel(approvals);
  await visitor.pressOnMessage('Approve');
  await (await visitor.modal('Approve this?')).submit();
  await (await visitor.modal('Done')).close();
}

async function collect(visitor: Visitor): Promise<void> {
  await visitor.openApp('messages');
  await visitor.pressOnMessage('Make my key');
  await (await visitor.modal('Your key, shown once')).close();
}

/** Somebody gets a key, start to end. */
async function getKey(visitor: Visitor, who: string, asked: Ask): Promise<void> {
  await visitor.be(who);
  await ask(visitor, asked);
  await visitor.be(omar);
  await approve(visitor);
  await visitor.be(who);
  await collect(visitor);
}

/** No pointer, no focus and nothing half moved: what a picture shows must not depend on the moment. */
async function still(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate(async () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    await document.fonts.ready;
  });
}

type Clip = NonNullable<PageScreenshotOptions['clip']>;

async function take(page: Page, clip?: Clip): Promise<Buffer> {
  await still(page);
  return page.screenshot({
    animations: 'disabled',
    caret: 'hide',
    type: 'png',
    ...(clip === undefined ? {} : { clip }),
  });
}

/** Where a part of the page stands, with as much around it. */
async function around(part: Locator, marginPx = 32): Promise<Clip> {
  const box = await part.boundingBox();
  if (box === null) throw new Error('What the picture is of is not on the page');
  const { x, y, width, height } = box;
  return { x: x - marginPx, y: y - marginPx, width: width + 2 * marginPx, height: height + 2 * marginPx };
}

/** The conversation alone, as high as what it shows. */
async function conversation({ page }: Visitor, heightPx: number): Promise<Buffer> {
  await page.setViewportSize({ width: 1440, height: heightPx });
  await page.locator('.message-list').evaluateAll((lists) => {
    for (const list of lists) list.scrollTop = list.scrollHeight;
  });
  const png = await take(page, await around(page.getByRole('main'), 0));
  await page.setViewportSize({ width: 1440, height: 900 });
  return png;
}

async function keep(easel: Page, name: string, png: Buffer): Promise<void> {
  const small = await shrinkPicture(easel, png);
  await writeFile(join(folder, `${name}.png`), small);
  process.stdout.write(`${name}.png  ${Math.ceil(small.length / 1024)} KB\n`);
}

/** Pictures beside each other, as one. */
async function beside(easel: Page, pictures: readonly Buffer[]): Promise<Buffer> {
  const images = pictures.map((png) => `<img style="zoom:.5" src="data:image/png;base64,${png.toString('base64')}">`);
  await easel.setContent(`<body style="margin:0;display:inline-flex;gap:24px">${images.join('')}</body>`);
  return easel.locator('body').screenshot({ type: 'png' });
}

interface Studio {
  readonly stage: Stage;
  /** Where one person plays everybody. */
  readonly desk: Visitor;
  /** An empty page to work on pictures. */
  readonly easel: Page;
}

/** Erin asks and may not approve; Bea has the card before her. */
async function scenePending({ desk, easel }: Studio): Promise<void> {
  await desk.be(erin);
  await ask(desk, { project: 'search-dev', name: 'nightly-eval', days: 30, reason: 'Nightly evaluation, SEARCH-412' });
  await desk.openChannel(approvals);
  await desk.pressOnMessage('Approve');
  await (await desk.modal('Not possible')).close();
  await desk.be(bea);
  await desk.openChannel(approvals);
  await desk.message('nightly-eval').waitFor();
  await keep(easel, 'sandbox', await take(desk.page));
  await desk.byId('theme').click();
  await keep(easel, 'sandbox-dark', await take(desk.page));
  await desk.byId('theme').click();
}

/** Bea decides on her phone. */
async function sceneDecision({ stage, easel }: Studio): Promise<void> {
  const hand = await stage.open(phone);
  await hand.byId('tour-dismiss').click();
  await hand.be(bea);
  await hand.openChannel(approvals);
  await hand.message('nightly-eval').waitFor();
  const card = await take(hand.page);
  await hand.pressOnMessage('Approve');
  const decision = await hand.modal('Approve this?');
  const open = await take(hand.page);
  await decision.submit();
  await (await hand.modal('Done')).close();
  await keep(easel, 'approve-phone', await beside(easel, [card, open]));
}

async function sceneKey({ desk, easel }: Studio): Promise<void> {
  await desk.be(erin);
  await desk.openApp('messages');
  await desk.pressOnMessage('Make my key');
  const shown = await desk.modal('Your key, shown once');
  await keep(easel, 'key-once', await take(desk.page, await around(shown.root)));
  await shown.close();
}

async function sceneAudit({ desk, easel }: Studio): Promise<void> {
  await desk.openChannel(auditChannel);
  const thread = desk.message('Nightly evaluation').getByRole('button', { name: /repl/ });
  await thread.waitFor();
  await desk.byId('clock-forward-hour').click();
  await desk.message('Refused').waitFor();
  await thread.click();
  const organization = desk.page.getByRole('button', { name: 'Show the OpenAI organization' });
  await organization.click();
  await desk.byId('thread-messages').getByText('Create the key nightly-eval').waitFor();
  await keep(easel, 'audit-story', await conversation(desk, 900));
  await organization.click();
}

/** Bea has a key of her own, and somebody waits for her. */
async function sceneHome({ desk, easel }: Studio): Promise<void> {
  const own = { project: 'search-dev', name: 'ranker-shadow', days: 30, reason: 'Shadow traffic, SEARCH-398' };
  await getKey(desk, bea, own);
  await desk.be(erin);
  await ask(desk, { project: 'playground', name: 'triage-trial', days: 14, reason: 'Trial of ticket triage' });
  await desk.be(bea);
  await desk.openApp('home');
  await desk.byId('home').getByText('Trial of ticket triage').waitFor();
  await keep(easel, 'home', await conversation(desk, 700));
}

async function sceneAlert({ desk, easel }: Studio): Promise<void> {
  await desk.be(sam);
  await desk.openChannel(alerts);
  await desk.byId('behind').click();
  await desk.byId('behind-confirm').click();
  await desk.byId('results-close').click();
  await desk.byId('clock-forward-hour').click();
  await desk.message('without a request').waitFor();
  await keep(easel, 'alert', await conversation(desk, 790));
}

await mkdir(folder, { recursive: true });
const stage = await openStage();
try {
  const before = await stage.open();
  const earlier = { project: 'data-science', name: 'weekly-labels', days: 7, reason: 'Label the weekly sample' };
  await getKey(before, priya, earlier);
  await before.byId('clock-forward-hour').click();
  const { page: easel } = await stage.open({ ...sharp, viewport: { width: 900, height: 900 } });
  await easel.goto('about:blank');
  const studio: Studio = { stage, desk: await stage.open(sharp), easel };
  for (const scene of [scenePending, sceneDecision, sceneKey, sceneAudit, sceneHome, sceneAlert]) await scene(studio);
} finally {
  await stage.close();
}
if (stage.faults.length > 0) throw new Error(`The pictures hide a fault: ${stage.faults.join('; ')}`);
