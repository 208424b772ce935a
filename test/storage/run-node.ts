import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface Child {
  readonly process: ChildProcess;
  /** Lines of its standard output, as they come. */
  readonly lines: AsyncIterableIterator<string>;
  /** How it ended: an exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs a module text in another Node process in which `#room/file.ts` works as here. `limits` is shell that is run before it. */
export function runNode(code: string, limits = 'true'): Child {
  const child = spawn('sh', ['-c', `${limits}; exec "$0" --input-type=module -e "$1"`, process.execPath, code], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('exit', (exitCode, signal) => resolve(exitCode ?? signal));
  });
  return { process: child, lines: createInterface(child.stdout)[Symbol.asyncIterator](), ended };
}
