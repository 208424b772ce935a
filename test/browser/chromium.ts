import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where Chromium or Chrome usually is; `CHROMIUM` names another one. */
const places = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
].filter((place): place is string => place !== undefined && place !== '');

const found = places.find((place) => existsSync(place));

/** True where no browser is installed: then the tests that need one are skipped, and say so. */
export const isWithoutChromium = found === undefined;

if (isWithoutChromium) {
  process.stderr.write(
    `Skipped: a test in a browser, because there is no Chromium here (looked at ${places.join(', ')}; CHROMIUM names another).\n`,
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
  if (found === undefined) throw new Error('There is no Chromium here');
  return chromium.launch({ executablePath: found, args: flags });
}
