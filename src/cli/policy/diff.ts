import { Command } from 'commander';
import { catalogue } from '#operations/catalogue.ts';
import { comparePolicies } from '#policy/difference/compare.ts';
import { type Difference, loosens } from '#policy/difference/difference.ts';
import type { Policy } from '#policy/policy.ts';
import { CommandFailure } from '../command-failure.ts';
import { exitCodes } from '../exit-codes.ts';
import { print } from '../print.ts';
import { withReader } from '../with-reader.ts';
import { readPolicyFile } from './read-policy-file.ts';
import { type Replayed, replayBeside } from './replay.ts';

const width = 'tighter'.length;

function lines(differences: readonly Difference[]): readonly string[] {
  if (differences.length === 0) return ['These two say the same.'];
  return differences.map(({ direction, sentence }) => `${direction.padEnd(width)}  ${sentence}`);
}

type Pair = Readonly<Record<'was' | 'is', Policy>> & Partial<Replayed>;

function tell({ was, is, sentence, lines: replayed = [] }: Pair, asJson: boolean): void {
  const differences = comparePolicies({ was, is, vocabulary: { operations: catalogue } });
  const isLooser = loosens(differences);
  const replay = sentence === undefined ? {} : { replay: { sentence, lines: replayed } };
  if (asJson) print(JSON.stringify({ loosens: isLooser, differences, ...replay }, null, 2));
  else
    for (const line of [...lines(differences), ...(sentence === undefined ? [] : [sentence]), ...replayed]) print(line);
  if (isLooser) {
    throw new CommandFailure('The new policy loosens something: two people of the old one have to adopt it.');
  }
}

interface Options {
  readonly json?: boolean;
  readonly replay?: boolean;
  readonly database?: string;
}

export function diffCommand(): Command {
  return new Command('diff')
    .description('Say in sentences what differs between two policies; exit code 1 if the new one loosens anything')
    .argument('<old>', 'the policy as it is; with --replay the policy as it would be')
    .argument('[new]', 'the policy as it would be')
    .option(
      '--replay',
      'compare with the policy in force, and say what the new one would have made of the last 90 days, also while the bot runs',
    )
    .option('--database <url>', 'another database than the configured one (sqlite:<path>)')
    .option('--json', 'as one JSON object')
    .action(async (old: string, proposed: string | undefined, { json = false, replay = false, database }: Options) => {
      if (replay === (proposed !== undefined)) {
        throw new CommandFailure('Name two policies; or one, with --replay.', exitCodes.usage);
      }
      if (proposed !== undefined) return tell({ was: readPolicyFile(old), is: readPolicyFile(proposed) }, json);
      const is = readPolicyFile(old);
      await withReader(database, async (read) => tell(await replayBeside(read, is), json));
    });
}
