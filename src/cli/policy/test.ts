import { Command } from 'commander';
import { exampleFiles } from '#config/read-policy-text.ts';
import { catalogue } from '#operations/catalogue.ts';
import type { Examples } from '#policy/examples.ts';
import { parseExamples, type Tried, tryExamples } from '#policy/try-examples.ts';
import { CommandFailure } from '../command-failure.ts';
import { exitCodes } from '../exit-codes.ts';
import { print } from '../print.ts';
import { readPolicyFile, readTextFile } from './read-policy-file.ts';

function lineOf({ example, answer, isRight }: Tried): string {
  const where = example.project === undefined ? '' : ` in ${example.project}`;
  const but = isRight ? '' : `, and not ${example.expect}`;
  return `${isRight ? '✓' : '✗'} ${example.person} ${example.operation}${where}: ${answer}${but}`;
}

function readExamples(file: string): Examples {
  const parsed = parseExamples(readTextFile(file), file);
  if (parsed.kind === 'examples') return parsed.examples;
  throw new CommandFailure(parsed.lines.join('\n'), exitCodes.config);
}

export function testCommand(): Command {
  return new Command('test')
    .description('Try the examples beside a policy; exit code 1 if one is answered otherwise than expected')
    .argument('<policy>', 'the file, or the folder of its files')
    .option('--examples <file>', 'the examples, if they stand elsewhere than beside it')
    .option('--json', 'as one JSON object')
    .action((file: string, options: { json?: boolean; examples?: string }) => {
      const policy = readPolicyFile(file);
      const given = { policy, vocabulary: { operations: catalogue }, now: Date.now() };
      const beside = options.examples === undefined ? exampleFiles(file) : [options.examples];
      const tried = beside.flatMap((name) => tryExamples(given, readExamples(name)));
      if (options.json === true) print(JSON.stringify(tried, null, 2));
      else for (const one of tried) print(lineOf(one));
      const wrong = tried.filter(({ isRight }) => !isRight).length;
      if (wrong > 0) throw new CommandFailure(`${wrong} of ${tried.length} examples are answered otherwise.`);
    });
}
