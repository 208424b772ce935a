import packageJson from '../package.json' with { type: 'json' };
import { currentEnvironment } from '#config/env.ts';
import { diskFiles } from '#config/files.ts';
import { openLog } from '#config/log.ts';
import { type PolicyText, readPolicyText } from '#config/read-policy-text.ts';
import { type ReadConfig, readConfig } from '#config/read-config.ts';
import { Fault } from '#domain/fault.ts';
import { invariant } from '#domain/invariant.ts';
import { scrub } from '#domain/raw-key.ts';
import { Secret } from '#domain/secret.ts';
import { startOpenAiEmulator } from '#sandbox/openai/start.ts';
import { openSandbox } from '#sandbox/world/open-sandbox.ts';
import { readOrganization } from '#sandbox/world/seeds.ts';
import type { Transport } from '#slack/slack-face.ts';
import type { Log } from '#workflow/ports/log.ts';
import type { Bot, BotSetup } from './bot.ts';
import { composeBot } from './compose.ts';

// EX_CONFIG of sysexits: a supervisor need not try again before somebody has changed the settings.
const EXIT_CONFIG = 78;

export type Workspace = Extract<ReadConfig, { as: 'practice' | 'bot' }>;

interface Running {
  readonly bot: Bot;
  readonly lines: readonly string[];
  stop(): Promise<void>;
}

function say(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

function transportOf(
  place: Workspace['config']['slack']['transport'],
  secret: Workspace['secrets']['transport'],
): Transport {
  if (secret.kind === 'socket') return secret;
  invariant(place.kind === 'http', 'A signing secret comes with an address to listen on');
  const { address, sourceCidrs } = place;
  return { ...secret, ...address, ...(sourceCidrs === null ? {} : { sourceCidrs }) };
}

function readPolicy(path: string): PolicyText {
  try {
    return readPolicyText(path);
  } catch (cause) {
    const hint = 'Set POLICY_FILE, or make a first policy with "npm run -s countersign -- init".';
    const why = cause instanceof Fault ? cause.message : `The policy ${path} cannot be read. ${hint}`;
    throw new Fault('config.invalid', why, { cause });
  }
}

function setupOf(read: Workspace, log: Log): Omit<BotSetup, 'openai' | 'onFatal'> {
  const { config, secrets } = read;
  return {
    clock: { now: Date.now },
    log,
    deployment: config.deployment,
    commandName: config.command,
    isPractice: read.as === 'practice',
    founding: read.as === 'practice' ? 'not-needed' : 'by-two-people',
    databaseUrl: config.databaseUrl,
    publicUrl: config.publicUrl,
    stepUp: {
      sealKey: secrets.sealKey,
      pages: config.publicUrl === null ? null : { ...config.pages, origin: config.publicUrl },
    },
    policy: readPolicy(config.policyFile),
    slack: {
      apiUrl: config.slack.apiUrl,
      botToken: secrets.botToken,
      macKey: secrets.macKey,
      transport: transportOf(config.slack.transport, secrets.transport),
    },
    health: config.health,
    version: packageJson.version,
  };
}

/** The real workspace with an emulated organization: everything works, nothing real changes. */
async function startPractice(read: Extract<Workspace, { as: 'practice' }>, log: Log): Promise<Running> {
  await using opened = new AsyncDisposableStack();
  const openai = await startOpenAiEmulator({ nowMs: Date.now, seed: await readOrganization() });
  opened.defer(() => openai.close());
  const setup = setupOf(read, log);
  const bot = await composeBot({
    ...setup,
    openai: { baseUrl: openai.url, adminKey: new Secret(openai.adminKey) },
    onFatal: dieOf(log),
  });
  opened.defer(() => bot.stop());
  const running = opened.move();
  return {
    bot,
    lines: [
      'Countersign runs in practice mode: the workspace is real, the OpenAI organization is emulated.',
      ...linesOf(bot),
    ],
    stop: () => running.disposeAsync(),
  };
}

async function startBot(read: Extract<Workspace, { as: 'bot' }>, log: Log): Promise<Running> {
  const { config, secrets } = read;
  const bot = await composeBot({
    ...setupOf(read, log),
    openai: { baseUrl: config.openai.baseUrl, adminKey: secrets.adminKey, proxy: secrets.proxy?.reveal() },
    onFatal: dieOf(log),
  });
  return { bot, lines: ['Countersign is running.', ...linesOf(bot)], stop: () => bot.stop() };
}

function linesOf(bot: Bot): readonly string[] {
  const health = bot.healthUrl === null ? [] : [`Health: ${bot.healthUrl}/readyz`];
  return [`Slack: ${bot.address}`, ...health];
}

/** A process whose Slack connection is gone for good is worse than none: a supervisor starts it anew. */
function dieOf(log: Log): (reason: string) => void {
  return (reason) => {
    log.error({ reason }, 'Countersign ends because it lost Slack');
    process.exit(1);
  };
}

/** Opens the bot in the workspace that the settings name. */
export function openBot(read: Workspace, log: Log): Promise<Running> {
  return read.as === 'practice' ? startPractice(read, log) : startBot(read, log);
}

function run(read: Exclude<ReadConfig, { kind: 'refused' }>, log: Log): Promise<Omit<Running, 'bot'>> {
  switch (read.as) {
    case 'sandbox':
      return openSandbox({ ...read.config, version: packageJson.version, log });
    case 'practice':
    case 'bot':
      return openBot(read, log);
  }
}

function stopOnSignals(running: Pick<Running, 'stop'>, log: Log): void {
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isStopping) process.exit(1);
      isStopping = true;
      log.info({ signal }, 'Countersign is stopping');
      running.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

/** A promise that nobody looked at, or an exception that nobody caught, is a bug: going on would be guessing. */
function dieOfBugs(log: Log): void {
  const die = (error: unknown) => {
    log.error({ err: error }, 'Countersign ends because of a bug');
    process.exit(1);
  };
  process.on('uncaughtException', die);
  process.on('unhandledRejection', die);
}

/** Why a start failed, where somebody can do something about it; null is a bug. */
function reasonOf(error: unknown): string | null {
  if (error instanceof Fault) return error.message;
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  return isTaken ? 'A port is taken by another process. Stop that, or set another port (docs/settings.md).' : null;
}

/** Starts whatever the settings describe. Answers an exit code only when it could not. */
export async function start(): Promise<number | undefined> {
  const read = readConfig(currentEnvironment(), diskFiles);
  if (read.kind === 'refused') {
    process.stderr.write(`${['Countersign does not start:', ...read.lines].map(scrub).join('\n')}\n`);
    return EXIT_CONFIG;
  }
  const log = openLog(read.as === 'sandbox' ? 'error' : read.config.logLevel);
  dieOfBugs(log);
  try {
    const running = await run(read, log);
    stopOnSignals(running, log);
    say(running.lines);
    return undefined;
  } catch (error) {
    const sentence = reasonOf(error);
    if (sentence === null) throw error;
    process.stderr.write(`Countersign does not start: ${scrub(sentence)}\n`);
    return EXIT_CONFIG;
  }
}
