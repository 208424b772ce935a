import { catalogue } from '#operations/catalogue.ts';
import type { OtherClock } from '#domain/clock-skew.ts';
import { Fault } from '#domain/fault.ts';
import type { Secret } from '#domain/secret.ts';
import { dutiesOf } from './duties.ts';
import { examineBot } from './examine-bot.ts';
import type { Pace } from '#openai/bucket.ts';
import type { Timeouts } from '#openai/connect.ts';
import { openVendor, type OpenedVendor } from '#openai/open-vendor.ts';
import { openPresence } from '#identity/open-presence.ts';
import { jobsOf, nudged } from '#schedule/jobs.ts';
import { createScheduler, type Scheduler } from '#schedule/scheduler.ts';
import { systemDice } from '#secrets/system-dice.ts';
import { openWhenThere } from '#slack/open-when-there.ts';
import type { SlackFace, Transport } from '#slack/slack-face.ts';
import { takeInstanceLock } from '#storage/instance-lock.ts';
import { openStore, type OpenedStore } from '#storage/open-store.ts';
import { startHealth } from '#web/health.ts';
import { type Pages, startPages } from '#web/pages/start.ts';
import { metricsText } from '#web/metrics.ts';
import { metricsOf } from './metrics-of.ts';
import { probesOf } from './probes-of.ts';
import { Bindings } from '#workflow/bindings.ts';
import { CallLedger } from '#workflow/call-ledger.ts';
import type { House } from '#workflow/house.ts';
import { openUseCases } from '#workflow/open-use-cases.ts';
import { Founding } from '#workflow/founding/installation.ts';
import { foundingOf, recordFounding, type Standing } from '#workflow/founding/record-founding.ts';
import { type Choice, choosePolicy } from '#workflow/policies/choose-policy.ts';
import { PolicyShelf } from '#workflow/policies/policy-shelf.ts';
import { requirePolicy } from '#workflow/policies/read-policy.ts';
import { recordChoice } from '#workflow/policies/record-choice.ts';
import type { Clock } from '#workflow/ports/clock.ts';
import type { Log } from '#workflow/ports/log.ts';
import type { PageAddress } from '#workflow/ports/presence.ts';
import { enter } from '#workflow/record.ts';
import { RefusalLedger } from '#workflow/refusal-ledger.ts';
import { recoverInterrupted } from '#workflow/settle-request.ts';
import { openPageUseCases } from '#workflow/step-up/page-use-cases.ts';
import type { UseCases } from '#workflow/use-cases.ts';
import { openingOf } from '#workflow/rollout/opening.ts';
import { verifyAudit } from '#workflow/verify-audit.ts';
import { watchGroups } from '#workflow/watch-groups.ts';

export interface BotSetup {
  readonly clock: Clock;
  readonly log: Log;
  readonly deployment: string;
  readonly commandName: string;
  readonly isPractice: boolean;
  /** Whether a new installation does nothing until two people have confirmed it, and sends nothing until two have opened it; practice and the sandbox have nothing to protect. */
  readonly founding: 'by-two-people' | 'not-needed';
  /** `sqlite:<path>` */
  readonly databaseUrl: string;
  /** Origin under which the outside reaches this bot; null where none was named. */
  readonly publicUrl: string | null;
  readonly stepUp: {
    readonly sealKey: Secret | null;
    /** Null: no pages. `origin: null` is localhost with the port that was really taken. */
    readonly pages: { readonly host: string; readonly port: number; readonly origin: string | null } | null;
  };
  readonly policy: { readonly text: string; readonly file: string };
  readonly slack: {
    readonly apiUrl?: string;
    readonly botToken: Secret;
    readonly macKey: Secret;
    readonly transport: Transport;
  };
  readonly openai: {
    readonly baseUrl: string;
    readonly adminKey: Secret;
    readonly proxy?: string | undefined;
    readonly pace?: Pace;
    readonly timeouts?: Partial<Timeouts> | undefined;
  };
  readonly health: { readonly host: string; readonly port: number } | null;
  readonly version: string;
  readonly tickMs?: number;
  readonly onFatal: (reason: string) => void;
}

export interface Bot {
  /** Where Slack reaches it, or what it is connected to. */
  readonly address: string;
  readonly healthUrl: string | null;
  /** Origin of its own pages; null where it has none. */
  readonly pagesUrl: string | null;
  readonly house: House;
  readonly useCases: UseCases;
  readonly scheduler: Scheduler;
  readonly store: OpenedStore;
  readonly slack: SlackFace;
  readonly vendor: OpenedVendor;
  stop(): Promise<void>;
}

const addressOf = ({ origin }: Pages): PageAddress => ({ origin, rpId: new URL(origin).hostname });

/** A chain that does not verify is evidence; nothing is added to it until somebody has looked. */
async function requireSoundChain(store: OpenedStore): Promise<void> {
  const verified = await verifyAudit(store.read.audit);
  if (verified.ok) return;
  throw new Fault(
    'audit.unwritable',
    `The audit chain is broken at entry ${verified.seq}: ${verified.sentence} Keep this database as evidence and see docs/audit.md.`,
  );
}

interface Beginning {
  readonly choice: Choice;
  readonly founding: Standing;
}

async function recordStart(house: House, setup: BotSetup, { choice, founding }: Beginning): Promise<void> {
  await house.store.transact(async (tx) => {
    await enter(tx, house, {
      kind: 'installation.started',
      who: 'system:start',
      requestId: null,
      what: {
        version: setup.version,
        node: process.version,
        policy: house.policy().digest,
        adminKey: house.organization,
        practice: setup.isPractice,
      },
    });
    if (setup.founding === 'by-two-people') await recordFounding(tx, house, founding);
    await recordChoice(tx, house, choice);
  });
  if (choice.proposed !== null) {
    const digests = { file: choice.proposed.digest, inForce: choice.inForce.digest };
    setup.log.warn(digests, 'The policy file is not in force: it loosens something and waits to be adopted');
  }
}

function clocksOf(vendor: OpenedVendor, slack: SlackFace): readonly OtherClock[] {
  const [ofSlack, ofOpenAi] = [slack.clockAheadMs(), vendor.clockAheadMs()];
  return [
    ...(ofSlack === null ? [] : [{ whose: 'Slack’s', aheadMs: ofSlack }]),
    ...(ofOpenAi === null ? [] : [{ whose: 'OpenAI’s', aheadMs: ofOpenAi }]),
  ];
}

// In-flight calls to OpenAI end within 30 s; what is not finished by then is settled at the next start.
const DRAIN_MS = 35_000;

/** Takes the database for this process and opens it; whoever is given the stack closes both. */
async function openMemory(databaseUrl: string, opened: AsyncDisposableStack): Promise<OpenedStore> {
  const path = databaseUrl.replace(/^sqlite:/, '');
  if (path !== ':memory:') {
    const lock = await takeInstanceLock(path);
    opened.defer(() => lock.release());
  }
  const store = await openStore({ url: databaseUrl });
  opened.defer(() => store.close());
  await requireSoundChain(store);
  return store;
}

const isFounded = (setup: BotSetup, standing: Standing): boolean =>
  setup.founding === 'not-needed' || standing !== 'open';

function openHouse(
  setup: BotSetup,
  parts: {
    store: OpenedStore;
    vendor: OpenedVendor;
    calls: CallLedger;
    pages: () => PageAddress | null;
    begun: Beginning;
  },
): Omit<House, 'people' | 'nudge' | 'clocks'> {
  const shelf = new PolicyShelf(parts.begun.choice);
  const bindings = new Bindings();
  const organization = parts.vendor.adminKeyFingerprint;
  const opening = openingOf(setup.founding === 'by-two-people');
  return {
    store: parts.store,
    vendor: parts.vendor,
    presence: openPresence({ sealKey: setup.stepUp.sealKey, pages: parts.pages }),
    clock: setup.clock,
    dice: systemDice,
    log: setup.log,
    policy: () => bindings.join(shelf.inForce()),
    proposed: () => shelf.proposed(),
    putInForce: (adopted) => shelf.putInForce(adopted),
    bindings,
    deployment: setup.deployment,
    organization,
    founding: new Founding({
      installation: { ...setup, organization, policy: parts.begun.choice.inForce },
      isDone: isFounded(setup, parts.begun.founding),
    }),
    opening,
    isPractice: setup.isPractice,
    pacing: () => parts.vendor.pacing(),
    examine: (known) =>
      examineBot({
        ...known,
        ...setup,
        ...parts,
        opening,
        policy: shelf.inForce().policy,
        bound: bindings.people,
        proposed: shelf.proposed()?.digest ?? null,
      }),
    calls: parts.calls,
    refusals: new RefusalLedger(),
  };
}

/**
 * The only place that knows every room: opens each, hands it what it may use, and starts the bot. What was opened is closed in reverse order:
 * at once when something later cannot be opened, otherwise by `stop`.
 */
export async function composeBot(setup: BotSetup): Promise<Bot> {
  await using opened = new AsyncDisposableStack();
  const store = await openMemory(setup.databaseUrl, opened);
  const founding = await foundingOf(store.read);
  const choice = await choosePolicy(store.read, requirePolicy(setup.policy), isFounded(setup, founding));
  const begun: Beginning = { choice, founding };
  const calls = new CallLedger();
  const vendor = openVendor({
    ...setup.openai,
    nowMs: () => setup.clock.now(),
    random: Math.random,
    log: setup.log,
    onExchange: (line) => {
      if (line.ownerOfCall === 'job') calls.add(line);
    },
  });
  opened.defer(() => vendor.close());
  let useCases: UseCases | null = null;
  let pages: Pages | null = null;
  const rest = openHouse(setup, {
    store,
    vendor,
    calls,
    begun,
    pages: () => (pages === null ? null : addressOf(pages)),
  });
  const slack = await openWhenThere({
    ...setup.slack,
    useCases: () => {
      if (useCases === null) throw new Fault('config.invalid', 'The bot is still starting');
      return useCases;
    },
    catalogue,
    clock: setup.clock,
    log: setup.log,
    commandName: setup.commandName,
    channels: () => rest.policy().policy.channels,
    isPractice: setup.isPractice,
    deployment: setup.deployment,
    nonces: { claim: (key, at) => store.transact((tx) => tx.inbox.claim(key, at)) },
    onFatal: setup.onFatal,
    read: store.read,
  });
  await rest.bindings.load(store.read.people);
  let scheduler: Scheduler | null = null;
  const nudge = () => scheduler?.nudge(...nudged);
  const clocks = () => clocksOf(vendor, slack);
  const house: House = { ...rest, people: slack.people, clocks, nudge };
  opened.defer(async () => {
    await house.refusals.flush(house);
    await house.calls.flush(house);
  });
  // Jobs run on until nobody can ask for anything any more, so that what was asked last is still carried out and told.
  opened.defer(async () => scheduler?.stop(DRAIN_MS));
  opened.defer(() => slack.stop());
  useCases = openUseCases(house);
  scheduler = createScheduler({
    jobs: jobsOf(dutiesOf(house, slack)),
    now: () => setup.clock.now(),
    tickMs: setup.tickMs ?? 250,
    onError: (job, error) => {
      setup.log.error({ err: error, job }, 'A background job failed');
      // Whether the last commit stands is unknown, and only a fresh look at the file can tell.
      if (error instanceof Fault && error.code === 'database.failed') setup.onFatal('The database failed');
    },
  });
  if (setup.stepUp.pages !== null) {
    const useCasesOfPages = openPageUseCases(house);
    const served = { useCases: () => useCasesOfPages, clock: setup.clock, log: setup.log };
    pages = await startPages({ ...setup.stepUp.pages, ...served });
    const opening = pages;
    opened.defer(() => opening.close());
  }
  await recordStart(house, setup, begun);
  await recoverInterrupted(house);
  // Before anybody can decide: who is in a group now counts as old, whoever comes later does not.
  await watchGroups(house);
  const health =
    setup.health === null
      ? null
      : await startHealth({
          ...setup.health,
          probes: () => probesOf(house, slack),
          metrics: async () => metricsText(await metricsOf(house, slack)),
          log: setup.log,
        });
  if (health !== null) opened.defer(() => health.close());
  const { address } = await slack.start();
  scheduler.start();
  const running = opened.move();
  return {
    address,
    healthUrl: health?.url ?? null,
    pagesUrl: pages?.origin ?? null,
    house,
    useCases,
    scheduler,
    store,
    slack,
    vendor,
    stop: () => running.disposeAsync(),
  };
}
