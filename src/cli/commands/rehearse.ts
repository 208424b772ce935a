import { setTimeout } from 'node:timers/promises';
import { Command } from 'commander';
import packageJson from '../../../package.json' with { type: 'json' };
import { currentEnvironment } from '#config/env.ts';
import { diskFiles } from '#config/files.ts';
import { openLog } from '#config/log.ts';
import { readConfig } from '#config/read-config.ts';
import { Fault } from '#domain/fault.ts';
import { isSlackUserId, type SlackUserId, slackUserId } from '#domain/ids.ts';
import { minuteMs, secondMs } from '#domain/instant.ts';
import { emailOf, personByEmail, personOf, slackIdsOf } from '#policy/people.ts';
import type { Policy } from '#policy/policy.ts';
import { rehearse, type Wanted } from '#rehearsal/rehearse.ts';
import { reportLines, sceneLine, type Report } from '#rehearsal/report.ts';
import type { Stage } from '#rehearsal/stage.ts';
import { waitingLine } from '#rehearsal/waiting-line.ts';
import { takeInstanceLock } from '#storage/instance-lock.ts';
import type { Workspace } from '../../start.ts';
import { CommandFailure, refusedSettings } from '../command-failure.ts';
import { print } from '../print.ts';
import { callerOf, stageIn } from '../rehearsal-stage.ts';

interface Options {
  readonly sandbox?: boolean;
  readonly as?: string;
  readonly invite?: string | false;
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
    .option(
      '--as <person>',
      'whose requests they are (U…, or their address in the policy); others decide them in Slack',
    )
    .option('--invite <address>', 'whom to invite and to withdraw again; else countersign-rehearsal@ their domain')
    .option('--no-invite', 'invite nobody')
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
  invitee: invite === false ? null : (invite ?? invitee),
  archive: archive === true,
});

const tellOf = ({ json }: Options): Stage['tell'] =>
  json === true ? () => undefined : (took) => print(sceneLine(took));

async function inSandbox(options: Options): Promise<Report> {
  if (options.json !== true)
    print('Sandbox: Slack and OpenAI are emulated, and scripted people decide. Nothing real changes.');
  // The whole bot with both emulators: what no other command should have to load.
  const { openWorld } = await import('#sandbox/world/open-world.ts');
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

/** Whose account an address is, says the policy; a Slack profile's own address counts for nothing here as elsewhere. */
function requesterOf(policy: Policy, as: string): SlackUserId {
  if (isSlackUserId(as)) return slackUserId(as);
  const person = personByEmail(policy, as);
  const [slackId] = person === null ? [] : slackIdsOf(policy, person);
  if (slackId !== undefined) return slackId;
  throw new CommandFailure(
    `The policy knows nobody by ${as}. Give a member id (U…), or an address that stands under people.`,
  );
}

function inviteeOf(policy: Policy, requester: SlackUserId): string | null {
  const domain = emailOf(policy, personOf(policy, requester))?.split('@').at(-1);
  return domain === undefined ? null : `countersign-rehearsal@${domain}`;
}

/** Lets a moment of real time pass, says once what is waited for, and ends the wait when the terminal's user does. */
function patientTurn(say: (line: string) => void): Stage['turn'] {
  const interrupted = new AbortController();
  process.once('SIGINT', () => interrupted.abort());
  let said: string | null = null;
  return async (record) => {
    if (interrupted.signal.aborted) {
      throw new CommandFailure('Interrupted. What was asked last may still be open: take it back in Slack.');
    }
    const line = waitingLine(record, PATIENCE_MS);
    if (line !== null && line !== said) say(line);
    said = line ?? said;
    await setTimeout(secondMs);
  };
}

/** Asked before anything opens, so that nothing has to be closed again when the answer is no. */
async function requireFreeDatabase(databaseUrl: string): Promise<void> {
  try {
    (await takeInstanceLock(databaseUrl.replace(/^sqlite:/, ''))).release();
  } catch (error) {
    if (!(error instanceof Fault && error.code === 'database.locked')) throw error;
    throw new CommandFailure(
      'The bot is running, and a rehearsal needs its database for itself. Stop the bot, rehearse, then start it again.',
    );
  }
}

async function inWorkspace(read: Workspace, options: Options): Promise<Report> {
  const { as } = options;
  if (as === undefined) {
    throw new CommandFailure(
      'Say whose requests these are: --as U…, the member id from their Slack profile. They press “Make my key”; others decide.',
    );
  }
  await requireFreeDatabase(read.config.databaseUrl);
  const toStderr = (line: string) => void process.stderr.write(line);
  const say = options.json === true ? (line: string) => toStderr(`${line}\n`) : print;
  // Standard output holds the report, and under --json nothing else.
  const { openBot } = await import('../../start.ts');
  const running = await openBot(read, openLog(read.config.logLevel, { write: toStderr }));
  try {
    const { house, useCases } = running.bot;
    const { policy } = house.policy();
    const slackId = requesterOf(policy, as);
    if (read.as === 'practice') say('Practice: the workspace is real, the OpenAI organization is emulated.');
    const stage = { house, useCases, requester: callerOf(slackId), turn: patientTurn(say), patienceMs: PATIENCE_MS };
    return await rehearse({ ...stage, tell: tellOf(options) }, wantedOf(options, inviteeOf(policy, slackId)));
  } finally {
    await running.stop();
  }
}
