import { execFile } from 'node:child_process';
import { resolve } from 'node:path';

export interface Called {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const main = resolve('src/cli/main.ts');

/** Runs the command line as a process of its own, in an environment that holds nothing but what is given. */
export function callCli(
  args: readonly string[],
  more: { cwd?: string; env?: Readonly<Record<string, string>>; typed?: string } = {},
): Promise<Called> {
  const { promise, resolve: done } = Promise.withResolvers<Called>();
  const env = { PATH: process.env['PATH'], NO_COLOR: '1', ...more.env };
  const child = execFile(
    process.execPath,
    [main, ...args],
    { cwd: more.cwd ?? process.cwd(), env },
    (error, out, err) => {
      done({ code: error === null ? 0 : Number(error.code ?? -1), out, err });
    },
  );
  child.stdin?.end(more.typed ?? '');
  return promise;
}
