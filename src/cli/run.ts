import { Command, CommanderError } from 'commander';
import { Fault } from '#domain/fault.ts';
import { scrub } from '#domain/raw-key.ts';
import { CommandFailure } from './command-failure.ts';
import { commands } from './commands.ts';
import { exitCodes } from './exit-codes.ts';

const HELP = `
Exit codes: ${exitCodes.ok} done; ${exitCodes.failed} no, or it failed; ${exitCodes.usage} not understood; ${exitCodes.config} settings must change; ${exitCodes.bug} a bug.
Settings come from the environment and .env; docs/settings.md explains each.`;

/** Runs one command line and answers the exit code. Whatever went wrong is said in one sentence on stderr. */
export async function run(args: readonly string[]): Promise<number> {
  const program = new Command('countersign')
    .description(
      'Run your OpenAI organization from Slack: ask, a second person approves, it happens, and it can be proven.',
    )
    .addHelpText('after', HELP)
    .showHelpAfterError('Use --help to see what there is.');
  for (const make of commands) program.addCommand(make());
  throwInsteadOfExit(program);
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCodes.ok;
  } catch (error) {
    return translate(error);
  }
}

/** Commander passes this on only to subcommands that it made itself. */
function throwInsteadOfExit(command: Command): void {
  command.exitOverride();
  for (const child of command.commands) throwInsteadOfExit(child);
}

function translate(error: unknown): number {
  // Commander has already said what it had to say.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  if (error instanceof CommandFailure) return say(error.message, error.exitCode);
  if (error instanceof Fault) return say(`${error.message} (${error.code})`, exitCodes.failed);
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return say(`This is a bug in Countersign. Please report it with the following lines.\n${detail}`, exitCodes.bug);
}

function say(sentence: string, exitCode: number): number {
  process.stderr.write(`${scrub(sentence)}\n`);
  return exitCode;
}
