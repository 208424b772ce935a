import { Command } from 'commander';
import { catalogue } from '#operations/catalogue.ts';
import { coverageOf } from '#policy/coverage.ts';
import { formatProblem } from '#policy/problem.ts';
import { CommandFailure } from '../command-failure.ts';
import { print } from '../print.ts';
import { parsePolicyFile } from './read-policy-file.ts';

export function checkCommand(): Command {
  return new Command('check')
    .description('Say what is wrong with a policy, what is worth a second look, and where it will stall')
    .argument('<policy>', 'the file, or the folder of its files')
    .option('--strict', 'exit code 1 also when something is only worth a second look')
    .option('--json', 'as one JSON object')
    .action((file: string, options: { json?: boolean; strict?: boolean }) => {
      const { policy, digest, warnings } = parsePolicyFile(file);
      const found = { warnings: warnings.map(formatProblem), stalls: coverageOf(policy, { operations: catalogue }) };
      if (options.json === true) print(JSON.stringify({ digest, ...found }, null, 2));
      else {
        for (const line of [...found.warnings, ...found.stalls]) print(line);
        print(`${file} can be used: ${policy.rules.length} rules, digest ${digest.slice(0, 12)}.`);
      }
      const isClean = found.warnings.length + found.stalls.length === 0;
      if (options.strict === true && !isClean) throw new CommandFailure('Something is worth a second look.');
    });
}
