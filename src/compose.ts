import { catalogue } from '#operations/catalogue.ts';
import type { OtherClock } from '#domain/clock-skew.ts';
import { Fault } from '#domain/fault.ts';
import type { Bot, BotSetup } from './bot.ts';
import { dutiesOf } from './duties.ts';
import { examineBot } from './examine-bot.ts';
import { openVendor, type OpenedVendor } from '#openai/open-vendor.ts';
import { openPresence } from '#identity/open-presence.ts';
import { jobsOf, nudged } from '#schedule/jobs.ts';
import { createScheduler, type Scheduler } from '#schedule/scheduler.ts';
import { systemDice } from '#secrets/system-dice.ts';
import { openWhenThere } from '#slack/open-when-there.ts';
import type { SlackFace } from '#slack/slack-face.ts';
import type { OpenedStore } from '#storage/open-store.ts';
import { startHealth } from '#web/health.ts';
import { type Pages, startPages } from '#web/pages/start.ts';
import { metricsText } from '#web/metrics.ts';
import { metricsOf } from './metrics-of.ts';
import { openMemory } from './open-memory.ts';
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
import type { PageAddress } from '#workflow/ports/presence.ts';
import { enter } from '#workflow/record.ts';
import { RefusalLedger } from '#workflow/refusal-ledger.ts';
import { recoverInterrupted } from '#workflow/settle-request.ts';
import { openPageUseCases } from '#workflow/step-up/page-use-cases.ts';
import type { UseCases } from '#workflow/use-cases.ts';
import { openingOf } from '#workflow/rollout/opening.ts';
import { watchGroups } from '#workflow/watch-groups.ts';

const addressOf = ({ origin }: Pages): PageAddress => ({ origin, rpId: new URL(origin).hostname });

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
