import { setTimeout } from 'node:timers/promises';
import { Command } from 'commander';
import packageJson from '../../../package.json' with { type: 'json' };
import { currentEnvironment } from '#config/env.ts';
import { diskFiles } from '#config/files.ts';
import { openLog } from '#config/log.ts';
import { readConfig } from '#config/read-config.ts';
import { isSlackUserId } from '#domain/ids.ts';
import { minuteMs, secondMs } from '#domain/instant.ts';
import { rehearse, type Wanted } from '#rehearsal/rehearse.ts';
import { reportLines, sceneLine, type Report } from '#rehearsal/report.ts';
import type { Stage } from '#rehearsal/stage.ts';
import { openWorld } from '#sandbox/world/open-world.ts';
import { openBot, type Workspace } from '../../start.ts';
import { CommandFailure, refusedSettings } from '../command-failure.ts';
import { print } from '../print.ts';
import { callerOf, stageIn } from '../rehearsal-stage.ts';

interface Options {
  readonly sandbox?: boolean;
  readonly as?: string;
  readonly invite?: string;
  readonly archive?: boolean;
  readonly json?: boolean;
}

// Whoever decides may be at lunch; a request that waits longer is taken back and the step counts as failed.
const PATIENCE_MS = 60 * minuteMs;

export function rehearseCommand(): Command {
  return new Command('rehearse')
    .description(
      'Try this installation out: ask for, approve, do, read back and take away everything of a throw-away project; exit code 1 if a step fails',
    )
    .option('--sandbox', 'in the sandbox, also where a workspace is configured')
    .option('--as <slack id>', 'whose requests they are (U…); two other people decide them in Slack')
    .option('--invite <address>', 'also invite this address, and withdraw it')
    .option('--archive', 'archive the throw-away project at the end; that is final at OpenAI')
    .option('--json', 'the report as one JSON object')
    .action(async (options: Options) => {
      const read = readConfig(currentEnvironment(), diskFiles);
      if (read.kind === 'refused' && options.sandbox !== true) throw refusedSettings(read.lines);
      const report =
        options.sandbox === true || read.kind === 'refused' || read.as === 'sandbox'
          ? await inSandbox(options)
          : await inWorkspace(read, options);
      if (options.json === true) print(JSON.stringify(report, null, 2));
      else for (const line of reportLines(report)) print(line);
      if (!report.passed) throw new CommandFailure('The rehearsal did not pass; see above.');
    });
}

const wantedOf = ({ invite, archive }: Options, invitee: string | null): Wanted => ({
  invitee: invite ?? invitee,
  archive: archive === true,
});

const tellOf = ({ json }: Options): Stage['tell'] =>
  json === true ? () => undefined : (took) => print(sceneLine(took));

async function inSandbox(options: Options): Promise<Report> {
  const world = await openWorld({
    log: openLog('error'),
    version: packageJson.version,
    transport: 'http',
    commandName: '/openai',
  });
  try {
    const stage = stageIn(world, tellOf(options));
    return await rehearse(stage, wantedOf(options, 'rehearsal@acme.example'));
  } finally {
    await world.close();
  }
}

async function inWorkspace(read: Workspace, options: Options): Promise<Report> {
  if (options.as === undefined || !isSlackUserId(options.as)) {
    throw new CommandFailure(
      'Say whose requests these are: --as U…, the member id from their Slack profile. They press “Make my key”; two other people decide.',
    );
  }
  const running = await openBot(read, openLog(read.config.logLevel));
  if (options.json !== true) print('The requests are in the approvals channel; this waits until people decide.');
  const { house, useCases } = running.bot;
  const requester = callerOf(options.as);
  const turn = () => setTimeout(secondMs);
  try {
    const stage: Stage = { house, useCases, requester, turn, patienceMs: PATIENCE_MS, tell: tellOf(options) };
    return await rehearse(stage, wantedOf(options, null));
  } finally {
    await running.stop();
  }
}
