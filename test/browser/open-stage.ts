import type { BrowserContextOptions, Page } from 'playwright-core';
import { openLog } from '#config/log.ts';
import { openSandbox } from '#sandbox/world/open-sandbox.ts';
import { launchChromium } from './chromium.ts';
import { type Visitor, visit } from './visitor.ts';

/** Longer than anything the page does takes on a busy machine; what is waited for normally comes within a second. */
const patienceMs = 15_000;

export interface Stage {
  /** Somebody opens the sandbox in a window of their own. */
  open(options?: BrowserContextOptions): Promise<Visitor>;
  /** What went wrong without anybody having been told: errors of the page, of its requests and in the bot's log. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

/** The sandbox as `npm start` opens it, on a free port, and a real browser in front of it. */
export async function openStage(): Promise<Stage> {
  const faults: string[] = [];
  const log = openLog('error', { write: (line) => void faults.push(line.trim()) });
  const sandbox = await openSandbox({ pagePort: 0, command: '/openai', version: 'test', log });
  const address = /http:\S+/.exec(sandbox.lines.join('\n'))?.[0];
  if (address === undefined) throw new Error('The sandbox did not print where its page is');
  const browser = await launchChromium();

  const open: Stage['open'] = async (options = {}) => {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'en-US',
      timezoneId: 'UTC',
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(patienceMs);
    listen(page, faults);
    await page.goto(address);
    await page.getByTestId('composer').waitFor();
    return visit(page);
  };
  const close = async () => {
    await browser.close();
    await sandbox.stop();
  };
  return { open, faults, close };
}

function listen(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => void faults.push(`page: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
  });
}
