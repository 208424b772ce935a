import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command } from 'commander';
import { currentEnvironment } from '#config/env.ts';
import { diskFiles } from '#config/files.ts';
import { readConfig } from '#config/read-config.ts';
import { sha256 } from '#domain/canonical.ts';
import { csv } from '#operations/lists/csv.ts';
import { listName } from '#operations/people/list-field.ts';
import { isMoving, movesSentence, moveWords, whoWords } from '#operations/people/moves.ts';
import type { PersonLine } from '#operations/people/person-line.ts';
import { readList } from '#operations/people/read-list.ts';
import type { Said } from '#operations/people/said.ts';
import { systemDice } from '#secrets/system-dice.ts';
import { openBeside } from '#storage/open-beside.ts';
import { keepPeopleList } from '#workflow/keep-people-list.ts';
import type { Workspace } from '../../start.ts';
import { CommandFailure, refusedSettings } from '../command-failure.ts';
import { exitCodes } from '../exit-codes.ts';
import { print } from '../print.ts';
import { tableNow } from './table-now.ts';

interface Options {
  readonly csv?: string;
  readonly out?: string;
  readonly json?: boolean;
}

export function proposeCommand(): Command {
  return new Command('propose')
    .description('What two people could countersign in Slack of who is who, and who cannot be told; changes nothing')
    .option('--csv <file>', 'a list with the columns openai, slack, also, unit; kept beside the bot under a name')
    .option('--out <file>', 'write the whole table into a new file, as CSV or with --json as JSON')
    .option('--json', 'as one JSON object')
    .action(async (options: Options) => {
      const read = readConfig(currentEnvironment(), diskFiles);
      if (read.kind === 'refused') throw refusedSettings(read.lines);
      if (read.as !== 'bot')
        throw new CommandFailure('This needs a workspace and OpenAI; in the sandbox type /openai people propose.');
      const said = options.csv === undefined ? [] : await linesOf(options.csv);
      const lines = await tableNow(read, said);
      const list = options.csv === undefined ? null : await keep(read, { file: options.csv, said });
      if (options.out !== undefined) await writeFile(options.out, fileOf(lines, options), { flag: 'wx' });
      if (options.json === true && options.out === undefined) print(JSON.stringify({ list, lines }, null, 2));
      else report(lines, list);
    });
}

async function textOf(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) throw new CommandFailure(`${file} cannot be read.`, exitCodes.config);
  return text;
}

async function linesOf(file: string): Promise<readonly Said[]> {
  const read = readList(await textOf(file));
  if (read.kind === 'problem') throw new CommandFailure(`${file}: ${read.sentence}`, exitCodes.config);
  return read.lines;
}

/** The list is kept as words only: the bot makes its own table of them, and two people see that. */
async function keep(
  { config }: Workspace,
  { file, said }: { readonly file: string; readonly said: readonly Said[] },
): Promise<string> {
  const hash = sha256(await textOf(file))
    .toString('hex')
    .slice(0, 12);
  const store = await openBeside(config.databaseUrl);
  try {
    const keeper = { clock: { now: Date.now }, dice: systemDice, store };
    return listName(await keepPeopleList(keeper, { lines: said, source: `${basename(file)} ${hash}` }));
  } finally {
    await store.close();
  }
}

function fileOf(lines: readonly PersonLine[], { json }: Options): string {
  if (json === true) return `${JSON.stringify(lines, null, 2)}\n`;
  const rows = lines.map((line) => [
    line.name,
    line.state,
    line.move ?? '',
    line.openaiEmail ?? '',
    line.slackIds.join(' '),
    line.unit ?? '',
    line.why,
  ]);
  return csv([['name', 'state', 'move', 'openai', 'slack', 'unit', 'why'], ...rows]);
}

function report(lines: readonly PersonLine[], list: string | null): void {
  const moving = lines.filter(isMoving);
  const open = lines.filter(({ move, state, why }) => move === null && state !== 'file' && why !== '');
  print(moving.length === 0 ? 'Nothing is different from what two people countersigned.' : `${movesSentence(lines)}:`);
  for (const line of moving)
    print(`  ${moveWords[line.move]}: ${line.name}: ${line.move === 'gone' ? line.why : whoWords(line)}`);
  if (open.length > 0) print(`${open.length} cannot be told:`);
  for (const { name, openaiEmail, why } of open) print(`  ${name} (${openaiEmail ?? 'no address'}): ${why}`);
  const by = list === null ? '' : ` --list ${list}`;
  if (moving.length > 0) print(`Two people countersign it in Slack: /openai people adopt${by}`);
}
