import { onTestFinished, vi } from 'vitest';
import { run } from '../../src/cli/run.ts';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A command in this process: what is tried is the command, not the start of Node. */
export async function runHere(args: readonly string[]): Promise<Ran> {
  const heard = { out: '', err: '' };
  for (const [stream, key] of [
    [process.stdout, 'out'],
    [process.stderr, 'err'],
  ] as const) {
    const spy = vi.spyOn(stream, 'write').mockImplementation((text) => {
      heard[key] += String(text);
      return true;
    });
    onTestFinished(() => spy.mockRestore());
  }
  return { code: await run(args), ...heard };
}
