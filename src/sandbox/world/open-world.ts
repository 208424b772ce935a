import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bot } from '../../bot.ts';
import { composeBot } from '../../compose.ts';
import { Secret } from '#domain/secret.ts';
import type { Timeouts } from '#openai/connect.ts';
import { type OpenAiEmulator, startOpenAiEmulator } from '#sandbox/openai/start.ts';
import type { SlackEmulator } from '#sandbox/slack/emulator.ts';
import { startSlackEmulator } from '#sandbox/slack/start.ts';
import { nudged } from '#schedule/jobs.ts';
import type { Log } from '#workflow/ports/log.ts';
import { createMovingClock, type MovingClock } from './moving-clock.ts';
import { readOrganization, readSandboxPolicy, readWorkspace } from './seeds.ts';

export interface WorldOptions {
  readonly log: Log;
  readonly version: string;
  readonly transport: 'http' | 'socket';
  readonly commandName: string;
  /** Text of the policy instead of the sandbox's; asked for anew at each start. */
  readonly policyText?: string | (() => string);
  readonly deployment?: string;
  /** Real Slack's message rates, in real time. Off in tests, which do not wait. */
  readonly hasRealRates?: boolean;
  /** Heads every message with "nothing real changes", as in a real workspace with an emulated organization. */
  readonly isPractice?: boolean;
  /** As at the first start of a real installation, where two people have to confirm it first. */
  readonly founding?: 'by-two-people';
  /** How long the bot waits for OpenAI, where that is not as in earnest; a test of a call that hangs has no half a minute. */
  readonly openaiTimeouts?: Partial<Timeouts>;
  /** 32 hex characters; random unless given. A test that looks for it everywhere has to know it. */
  readonly signingSecret?: string;
  /** 32 bytes in base64; random unless given. Another process that is to open what this one sealed has to know it. */
  readonly sealKey?: string;
}

/** The whole house with both emulators around it, in one process, over real HTTP on loopback. */
export interface World {
  readonly slack: SlackEmulator;
  readonly openai: OpenAiEmulator;
  readonly clock: MovingClock;
  /** The bot that runs now; another one after `reset` or `restart`. */
  bot(): Bot;
  /** Path of its database. */
  databasePath(): string;
  /** Lets what people set going come to its end, messages included; the clock moves by the seconds these take. */
  settle(): Promise<void>;
  /** Moves the clock forward and runs every job once. */
  advance(byMs: number): Promise<void>;
  /** Stops the bot and starts it again on the same database; `meanwhile` runs while there is none. */
  restart(meanwhile?: () => Promise<void>): Promise<void>;
  /** Throws everything away and starts over with the seeds. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

// A request is through in three rounds; a channel that takes one message a second needs a round for each of its messages.
const SETTLE_ROUNDS = 12;
const CHANNEL_GAP_MS = 1_100;

export async function openWorld(options: WorldOptions): Promise<World> {
  await using opened = new AsyncDisposableStack();
  const clock = createMovingClock();
  const nowMs = () => clock.now();
  const openai = await startOpenAiEmulator({ nowMs, seed: await readOrganization() });
  opened.defer(() => openai.close());
  const signingSecret = options.signingSecret ?? randomBytes(16).toString('hex');
  let bot: Bot | null = null;
  const slack = await startSlackEmulator({
    nowMs,
    seed: await readWorkspace(),
    behaviour: { rateLimits: { perChannel: options.hasRealRates === true, perMethod: options.hasRealRates === true } },
    delivery:
      options.transport === 'socket'
        ? { mode: 'socket' }
        : { mode: 'http', requestUrl: () => bot?.address ?? 'http://127.0.0.1:9/', signingSecret },
  });
  opened.defer(() => slack.close());
  const shipped = await readSandboxPolicy();
  const policyText = (): string =>
    typeof options.policyText === 'function' ? options.policyText() : (options.policyText ?? shipped);
  const macKey = new Secret(randomBytes(32).toString('base64'));
  const sealKey = new Secret(options.sealKey ?? randomBytes(32).toString('base64'));
  let folder = await newFolder();
  opened.defer(() => rm(folder, { recursive: true, force: true }));

  const path = () => join(folder, 'countersign.sqlite');
  const start = (): Promise<Bot> =>
    composeBot({
      clock,
      log: options.log,
      deployment: options.deployment ?? 'sandbox',
      commandName: options.commandName,
      isPractice: options.isPractice ?? false,
      founding: options.founding ?? 'not-needed',
      databaseUrl: `sqlite:${path()}`,
      publicUrl: null,
      stepUp: { sealKey, pages: { host: '127.0.0.1', port: 0, origin: null } },
      policy: { text: policyText(), file: 'data/policies/sandbox.yml' },
      slack: {
        apiUrl: slack.apiUrl,
        botToken: new Secret(slack.botToken),
        macKey,
        transport:
          options.transport === 'socket'
            ? { kind: 'socket', appToken: new Secret(slack.appToken) }
            : { kind: 'http', signingSecret: new Secret(signingSecret), host: '127.0.0.1', port: 0 },
      },
      // The emulated limit is ten times OpenAI's, so that nobody waits while trying things out.
      openai: {
        baseUrl: openai.url,
        adminKey: new Secret(openai.adminKey),
        pace: { perMinute: 60, burst: 20 },
        timeouts: options.openaiTimeouts,
      },
      health: null,
      version: options.version,
      tickMs: 100,
      onFatal: (reason) => options.log.error({ reason }, 'The sandbox lost its Slack'),
    });
  bot = await start();
  const current = (): Bot => {
    if (bot === null) throw new Error('The sandbox is being reset');
    return bot;
  };

  async function stopBot(): Promise<void> {
    const stopping = bot;
    bot = null;
    await stopping?.stop();
  }
  opened.defer(stopBot);

  async function settle(): Promise<void> {
    const { slack: face, scheduler, store } = current();
    for (let round = 0; round < SETTLE_ROUNDS; round += 1) {
      await face.idle();
      await scheduler.run('expire-requests', ...nudged);
      const { waiting } = await store.read.outbox.depth(clock.now());
      if (waiting === 0 && round > 0) return;
      clock.advance(CHANNEL_GAP_MS);
    }
  }

  const world = opened.move();
  return {
    slack,
    openai,
    clock,
    bot: current,
    databasePath: path,
    settle,
    async advance(byMs) {
      clock.advance(byMs);
      await current().scheduler.run();
      await settle();
    },
    async restart(meanwhile) {
      await stopBot();
      await meanwhile?.();
      bot = await start();
    },
    async reset() {
      await stopBot();
      await rm(folder, { recursive: true, force: true });
      folder = await newFolder();
      openai.reset();
      slack.reset();
      bot = await start();
    },
    close: () => world.disposeAsync(),
  };
}

function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'countersign-sandbox-'));
}
