import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The file that `CHROMIUM` names, else the first of these names in the folders of `PATH`. */
function find(): string | undefined {
  const named = process.env['CHROMIUM'];
  if (named !== undefined && named !== '') return named;
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path));
}

const found = find();

/** True where no browser is installed: then the tests that need one are skipped, and say so. */
export const isWithoutChromium = found === undefined;

if (isWithoutChromium) {
  process.stderr.write(
    `Skipped: a test in a browser. None of ${names.join(', ')} is on the PATH; CHROMIUM can name another file.\n`,
  );
}

// A browser of its own, told to leave the network alone: everything it shows comes from this process.
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launchChromium(): Promise<Browser> {
  if (found === undefined) throw new Error('There is no Chromium on the PATH');
  return chromium.launch({ executablePath: found, args: flags });
}
