import { createInterface } from 'node:readline/promises';
import { CommandFailure } from '../command-failure.ts';

/** One line typed by whoever is at the keyboard. What is asked goes to stderr, so that stdout stays the answer and nothing else. */
export async function typedLine(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const ended = new Promise<never>((_, reject) => {
    terminal.once('close', () => reject(new CommandFailure('Nothing was typed, so nothing was done.')));
  });
  try {
    return await Promise.race([terminal.question(question), ended]);
  } finally {
    terminal.close();
  }
}
