import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import { type Import, scan, type SourceFile } from './scan.ts';

/** All source files by path. */
export type House = ReadonlyMap<string, SourceFile>;

export function houseOf(texts: Readonly<Record<string, string>>): House {
  return new Map(Object.entries(texts).map(([path, text]) => [path, scan(path, text)]));
}

export function houseOnDisk(): House {
  const paths = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts') && !path.endsWith('.d.ts'),
  );
  return houseOf(Object.fromEntries(paths.map((path) => [`src/${path}`, readFileSync(join('src', path), 'utf8')])));
}

/** The file of the house that an import means, or null for a package. */
export function fileOf(importer: string, from: string): string | null {
  if (from.startsWith('#')) return `src/${from.slice(1)}`;
  return from.startsWith('.') ? normalize(join(dirname(importer), from)) : null;
}

/** The package that an import means (`@slack/bolt`, `node:fs`), or null for a file of the house. */
export function packageOf({ from }: Import): string | null {
  if (from.startsWith('#') || from.startsWith('.')) return null;
  if (from.startsWith('node:')) return from;
  return from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/');
}

/** The room of a file: `domain`, `sandbox/openai`; a file of its own at the root is a room of its own (`main`). */
export function roomOf(path: string): string {
  const [, first = '', second = ''] = path.split('/');
  if (first.endsWith('.ts')) return first.slice(0, -'.ts'.length);
  return first === 'sandbox' ? `sandbox/${second.replace(/\.ts$/, '')}` : first;
}
