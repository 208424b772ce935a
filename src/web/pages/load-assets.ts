import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

export interface Asset {
  readonly body: string;
  readonly contentType: string;
}

const own = (name: string): URL => new URL(`assets/${name}`, import.meta.url);

const files = {
  'page.css': { at: () => own('page.css'), contentType: 'text/css; charset=utf-8' },
  'page.js': { at: () => own('page.js'), contentType: 'text/javascript; charset=utf-8' },
  // The package's own bundle, served from here: a page that signs must load nothing from elsewhere.
  'webauthn.js': {
    at: () => new URL('../dist/bundle/index.umd.min.js', import.meta.resolve('@simplewebauthn/browser')),
    contentType: 'text/javascript; charset=utf-8',
  },
} as const;

/** Everything the pages load, read once at the start. */
export async function loadAssets(): Promise<ReadonlyMap<string, Asset>> {
  const read = Object.entries(files).map(async ([name, { at, contentType }]) => {
    return [name, { body: await readFile(fileURLToPath(at()), 'utf8'), contentType }] as const;
  });
  return new Map(await Promise.all(read));
}
