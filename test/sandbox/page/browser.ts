import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page as Tab } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { openPage } from './page-fixture.ts';
import type { OpenPage } from './page-fixture.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Quiet, without a profile, and calling nobody. */
export const quietly = [
  '--no-sandbox',
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function find(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  for (const path of folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))) {
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      continue;
    }
  }
  return null;
}

export const executablePath = find();

export const noBrowser = executablePath === null;

if (noBrowser) console.warn(`Skipped: no browser on PATH (${NAMES.join(', ')}). Install Chromium to run these tests.`);

export interface BrowserPage extends OpenPage {
  readonly tab: Tab;
  /** What the page complained about: exceptions, and refusals by its own security policy. */
  readonly complaints: readonly string[];
}

/** A browser a file, a stage and a tab a call; all is closed again after each test, or after all where they share it. */
export function useBrowser(
  life: 'one test' | 'all tests' = 'one test',
): (options?: BrowserContextOptions) => Promise<BrowserPage> {
  let browser: Browser | null = null;
  let closing: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    if (executablePath !== null) browser = await chromium.launch({ executablePath, args: quietly });
  });
  const closeAll = async () => {
    for (const close of closing.toReversed()) await close();
    closing = [];
  };
  if (life === 'one test') afterEach(closeAll);
  afterAll(async () => {
    await closeAll();
    await browser?.close();
  });

  return async (options = {}) => {
    if (browser === null) throw new Error('no browser');
    const opened = await openPage();
    closing.push(() => opened.page.close());
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write'],
      ...options,
    });
    closing.push(() => context.close());
    const tab = await context.newPage();
    const complaints: string[] = [];
    tab.on('pageerror', (error) => complaints.push(error.message));
    tab.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    tab.setDefaultTimeout(5000);
    await tab.goto(opened.page.url);
    await tab.getByTestId('composer').waitFor();
    return { ...opened, tab, complaints };
  };
}
