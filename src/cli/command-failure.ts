import { exitCodes } from './exit-codes.ts';

/** A command's expected "no": its sentence goes to stderr as it is, its code ends the process. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
  readonly exitCode: number;

  constructor(sentence: string, exitCode: number = exitCodes.failed) {
    super(sentence);
    this.exitCode = exitCode;
  }
}

/** Settings that must be changed first, one line each. */
export function refusedSettings(lines: readonly string[]): CommandFailure {
  return new CommandFailure(lines.join('\n'), exitCodes.config);
}
