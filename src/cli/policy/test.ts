import { Command } from 'commander';
import { catalogue } from '#operations/catalogue.ts';
import { parseExamples, type Tried, tryExamples } from '#policy/try-examples.ts';
import { CommandFailure } from '../command-failure.ts';
import { exitCodes } from '../exit-codes.ts';
import { print } from '../print.ts';
import { readPolicyFile, readTextFile } from './read-policy-file.ts';

/** `policy.yml` has its examples in `policy.examples.yml`. */
const examplesBeside = (file: string): string => file.replace(/(\.ya?ml)?$/, '.examples.yml');

function lineOf({ example, answer, isRight }: Tried): string {
  const where = example.project === undefined ? '' : ` in ${example.project}`;
  const but = isRight ? '' : `, and not ${example.expect}`;
  return `${isRight ? '✓' : '✗'} ${example.person} ${example.operation}${where}: ${answer}${but}`;
}

export function testCommand(): Command {
  return new Command('test')
    .description('Try the examples beside a policy; exit code 1 if one is answered otherwise than expected')
    .argument('<policy>', 'the file')
    .option('--examples <file>', 'the examples, if they stand elsewhere than in <policy>.examples.yml')
    .option('--json', 'as one JSON object')
    .action((file: string, options: { json?: boolean; examples?: string }) => {
      const policy = readPolicyFile(file);
      const beside = options.examples ?? examplesBeside(file);
      const parsed = parseExamples(readTextFile(beside), beside);
      if (parsed.kind === 'problems') throw new CommandFailure(parsed.lines.join('\n'), exitCodes.config);
      const given = { policy, vocabulary: { operations: catalogue }, now: Date.now() };
      const tried = tryExamples(given, parsed.examples);
      if (options.json === true) print(JSON.stringify(tried, null, 2));
      else for (const one of tried) print(lineOf(one));
      const wrong = tried.filter(({ isRight }) => !isRight).length;
      if (wrong > 0) throw new CommandFailure(`${wrong} of ${tried.length} examples are answered otherwise.`);
    });
}
