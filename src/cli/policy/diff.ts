import { Command } from 'commander';
import { catalogue } from '#operations/catalogue.ts';
import { comparePolicies } from '#policy/difference/compare.ts';
import { type Difference, loosens } from '#policy/difference/difference.ts';
import { CommandFailure } from '../command-failure.ts';
import { print } from '../print.ts';
import { readPolicyFile } from './read-policy-file.ts';

const width = 'tighter'.length;

function lines(differences: readonly Difference[]): readonly string[] {
  if (differences.length === 0) return ['These two say the same.'];
  return differences.map(({ direction, sentence }) => `${direction.padEnd(width)}  ${sentence}`);
}

export function diffCommand(): Command {
  return new Command('diff')
    .description('Say in sentences what differs between two policies; exit code 1 if the new one loosens anything')
    .argument('<old>', 'the policy as it is')
    .argument('<new>', 'the policy as it would be')
    .option('--json', 'as one JSON object')
    .action((old: string, proposed: string, options: { json?: boolean }) => {
      const [was, is] = [readPolicyFile(old), readPolicyFile(proposed)];
      const differences = comparePolicies({ was, is, vocabulary: { operations: catalogue } });
      const isLooser = loosens(differences);
      if (options.json === true) print(JSON.stringify({ loosens: isLooser, differences }, null, 2));
      else for (const line of lines(differences)) print(line);
      if (isLooser) {
        throw new CommandFailure('The new policy loosens something: two people of the old one have to adopt it.');
      }
    });
}
