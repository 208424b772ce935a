import { Command, InvalidArgumentError } from 'commander';
import { parseDuration } from '#domain/duration.ts';
import { shortRequestId } from '#domain/ids.ts';
import { utcMinute } from '#domain/instant.ts';
import type { PlannedRequest } from '#workflow/ports/requests.ts';
import { changeLine } from '#workflow/request-lines.ts';
import { print } from '../print.ts';
import { withReader } from '../with-reader.ts';

// A year of a busy organization fits many times over; more is read in spans with --since.
const MOST = 1000;

interface Options {
  readonly database?: string;
  readonly project?: string;
  readonly person?: string;
  readonly since?: number;
  readonly json?: boolean;
}

export function changesCommand(): Command {
  return new Command('changes')
    .description('Show everything that was changed through Countersign, newest first, with what was there before')
    .option('--database <url>', 'another database than the configured one (sqlite:<path>)')
    .option('--project <name>', 'only in this project, by name or id')
    .option('--person <name>', 'only what this person asked for: a part of the name')
    .option('--since <span>', 'how far back: 7d, 12h', span)
    .option('--json', 'one JSON object a line, with the state before')
    .action(async (options: Options) =>
      withReader(options.database, async (reader) => {
        const { requests } = reader.seenBy({ who: null, now: Date.now() });
        const done = await requests.list({ states: ['succeeded', 'partial'], limit: MOST });
        const from = options.since === undefined ? 0 : Date.now() - options.since;
        for (const record of done.filter((each) => isWanted(each, options, from))) show(record, options.json === true);
      }),
    );
}

function isWanted({ terms, endedAt }: PlannedRequest, { project, person }: Options, from: number): boolean {
  const own = terms.plan.project;
  return (
    (endedAt ?? 0) >= from &&
    (project === undefined || own?.id === project || own?.name === project) &&
    (person === undefined || terms.requester.name.toLowerCase().includes(person.toLowerCase()))
  );
}

function show(record: PlannedRequest, asJson: boolean): void {
  const { terms, endedAt, state } = record;
  const { plan, requester, reason, id } = terms;
  if (asJson) {
    const { operation, changes, before, inverse } = plan;
    print(JSON.stringify({ id, state, endedAt, operation, requester, reason, changes, before, inverse }));
    return;
  }
  print(`${utcMinute(endedAt ?? record.createdAt)}  ${shortRequestId(id)}  ${requester.name}: ${plan.title}`);
  for (const change of plan.changes) print(`    ${changeLine(change)}`);
  print(`    undo: ${plan.inverse.verdict}; ${plan.inverse.sentence}`);
}

function span(text: string): number {
  const ms = parseDuration(text);
  if (ms === null) throw new InvalidArgumentError('Write a span such as 7d or 12h.');
  return ms;
}
