import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';

export interface TrackedFile {
  readonly path: string;
  /** Null of what is no text. */
  readonly text: string | null;
}

// Everything in the tree is read by people; only pictures and the like come near this, and a data dump would pass it.
export const maxBytes = 2 * 1024 * 1024;

/** Every file that belongs to the repository or would with the next commit. */
export function trackedFiles(): readonly TrackedFile[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  });
  return listed
    .split('\0')
    .filter((path) => path !== '' && existsSync(path))
    .map((path) => ({ path, text: textOf(path) }));
}

function textOf(path: string): string | null {
  if (statSync(path).size > maxBytes) return null;
  const bytes = readFileSync(path);
  return bytes.includes(0) ? null : bytes.toString('utf8');
}

/** `path:line` of each place where a pattern stands. */
export function placesOf(files: readonly TrackedFile[], pattern: RegExp): readonly string[] {
  return files.flatMap(({ path, text }) =>
    (text ?? '')
      .split('\n')
      .flatMap((line, i) => (pattern.test(line) ? [`${path}:${i + 1} ${line.trim().slice(0, 100)}`] : [])),
  );
}
