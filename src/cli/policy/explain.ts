import { Command } from 'commander';
import { catalogue } from '#operations/catalogue.ts';
import { answerOf } from '#policy/answer.ts';
import { evaluate } from '#policy/evaluate.ts';
import { factsOfExample } from '#policy/examples.ts';
import { explain } from '#policy/explain.ts';
import { parseAsked } from '#policy/try-examples.ts';
import { CommandFailure } from '../command-failure.ts';
import { exitCodes } from '../exit-codes.ts';
import { print } from '../print.ts';
import { readPolicyFile } from './read-policy-file.ts';

const flags = [
  ['--person <name>', 'who asks, as the policy calls them; any other word is somebody without an entry'],
  ['--operation <id>', 'what they ask for, such as keys.issue'],
  ['--project <name>', 'in which project'],
  ['--target <name>', 'what is acted on'],
  ['--for <name>', 'to or for whom it is done'],
  ['--tier <tier>', 'how dangerous the plan is, if more than usual'],
  ['--lifetime <span>', 'how long what is handed out lives, such as 30d'],
  ['--scopes <list>', 'scopes of a key, with commas'],
  ['--models <list>', 'models of a list, with commas'],
  ['--amount <dollars>', 'the limit afterwards, or none'],
  ['--before <dollars>', 'the limit before, or none'],
  ['--hard-limit <dollars>', 'the hard limit that the project has now, or none'],
  ['--steps <number>', 'how many changes it makes'],
  ['--reason <text>', 'the reason'],
  ['--at <moment>', 'when, such as 2026-11-23T10:00:00+01:00'],
] as const;

const lists = new Set(['scopes', 'models']);

function askedIn(options: Readonly<Record<string, string>>): object {
  return Object.fromEntries(
    Object.entries(options).map(([key, text]) => [
      key.replaceAll(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`),
      lists.has(key) ? text.split(',') : key === 'steps' ? Number(text) : text,
    ]),
  );
}

export function explainCommand(): Command {
  const command = new Command('explain')
    .description('Show everything a policy looks at for one request; exit code 1 if it is refused')
    .argument('<policy>', 'the file, or the folder of its files')
    .option('--json', 'as one JSON object');
  for (const [flag, about] of flags) command.option(flag, about);
  return command.action((file: string, { json, ...given }: { json?: boolean } & Record<string, string>) => {
    const asked = parseAsked(askedIn(given));
    if (asked.kind === 'problems') throw new CommandFailure(asked.lines.join('\n'), exitCodes.usage);
    const policy = readPolicyFile(file);
    const stage = { policy, vocabulary: { operations: catalogue }, members: {}, now: Date.now() };
    const facts = factsOfExample(stage, asked.asked);
    if (facts === null) throw new CommandFailure(`There is no operation ${asked.asked.operation}.`, exitCodes.usage);
    const verdict = evaluate(policy, facts);
    if (json === true) print(JSON.stringify({ answer: answerOf(verdict), verdict }, null, 2));
    else for (const line of [answerOf(verdict), ...explain(verdict.reasons)]) print(line);
    if (verdict.kind === 'deny') throw new CommandFailure(`${verdict.refusal.what} ${verdict.refusal.rule}`);
  });
}
