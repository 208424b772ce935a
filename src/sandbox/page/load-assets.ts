import { readFile, readdir } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';

export interface Asset {
  readonly path: string;
  readonly contentType: string;
  readonly body: string;
}

/** By URL path below `/assets/`. What is not in this map is not served, so a crafted path can reach no other file. */
export type Assets = ReadonlyMap<string, Asset>;

const ROOT = new URL('./assets/', import.meta.url);

/** Where `assets/vendor/preact.d.ts` says that preact and htm stand: one file that npm brought, without a build step. */
const PREACT_PATH = 'vendor/preact.js';

const JAVASCRIPT = 'text/javascript; charset=utf-8';

/** Reads the front end once; a changed file needs a new start. */
export async function loadAssets(): Promise<Assets> {
  const paths = (await readdir(ROOT, { recursive: true })).map((path) => path.replaceAll('\\', '/')).sort();
  const own = await Promise.all(paths.map(loadOwn));
  const preact = await readFile(new URL(import.meta.resolve('htm/preact/standalone')), 'utf8');
  const assets = [...own, { path: PREACT_PATH, contentType: JAVASCRIPT, body: preact }];
  return new Map(assets.filter((asset) => asset !== null).map((asset) => [asset.path, asset]));
}

async function loadOwn(path: string): Promise<Asset | null> {
  const read = () => readFile(new URL(path, ROOT), 'utf8');
  if (path.endsWith('.d.ts')) return null;
  // The path keeps its `.ts`: a browser goes by the content type, and so the imports need no rewriting.
  if (path.endsWith('.ts')) return { path, contentType: JAVASCRIPT, body: stripTypeScriptTypes(await read()) };
  if (path.endsWith('.css')) return { path, contentType: 'text/css; charset=utf-8', body: await read() };
  if (path.endsWith('.svg')) return { path, contentType: 'image/svg+xml', body: await read() };
  return null;
}
