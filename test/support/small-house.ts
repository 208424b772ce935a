import { onTestFinished } from 'vitest';
import type { OtherClock } from '#domain/clock-skew.ts';
import { canonicalJson } from '#domain/canonical.ts';
import type { Call } from '#operations/call.ts';
import { bind } from '#operations/template.ts';
import { openPresence } from '#identity/open-presence.ts';
import { Secret } from '#domain/secret.ts';
import { openStore, type OpenedStore } from '#storage/open-store.ts';
import { Bindings } from '#workflow/bindings.ts';
import { CallLedger } from '#workflow/call-ledger.ts';
import { bindingsOf, stepOf } from '#workflow/effect-steps.ts';
import type { ActivePolicy, House, WrittenPolicy } from '#workflow/house.ts';
import { Founding } from '#workflow/founding/installation.ts';
import { openUseCases } from '#workflow/open-use-cases.ts';
import type { Dice } from '#workflow/ports/clock.ts';
import type { Store } from '#workflow/ports/store.ts';
import { openingOf } from '#workflow/rollout/opening.ts';
import { RefusalLedger } from '#workflow/refusal-ledger.ts';
import type { UseCases } from '#workflow/use-cases.ts';
import { brokenInvariants } from './check-invariants.ts';
import { CollectingLog } from './collecting-log.ts';
import { countingDice } from './counting-dice.ts';
import { FakePeople } from './fake-people.ts';
import { FakeVendor } from './fake-vendor.ts';
import { smallPolicy } from './small-policy.ts';
import { SettableClock } from './settable-clock.ts';

/** A whole house on the real storage, with everything that stands outside it in the test's hands. */
export interface SmallHouse {
  readonly house: House;
  readonly useCases: UseCases;
  readonly store: OpenedStore;
  readonly vendor: FakeVendor;
  readonly people: FakePeople;
  readonly clock: SettableClock;
  readonly log: CollectingLog;
  setPolicy(policy: ActivePolicy): void;
  /** What other clocks say from now on. */
  setClocks(clocks: readonly OtherClock[]): void;
  /** As after a start with a file that loosens something. */
  propose(file: WrittenPolicy | null): void;
  /** The same world after a new start: same database and organization, everything that was in memory forgotten. */
  restarted(wrap?: (house: House) => House): Pick<SmallHouse, 'house' | 'useCases'>;
  close(): Promise<void>;
}

export interface HouseOptions {
  /** In memory unless a file is named. */
  readonly url?: string;
  readonly policy?: ActivePolicy;
  /** False: there is no key to seal seeds with. */
  readonly hasCodes?: boolean;
  /** As of a real installation: nothing is on before it was opened. Left out, everything is as far as the policy says. */
  readonly opening?: House['opening'];
  /** Puts something between the house and its store. */
  readonly wrapStore?: (store: Store) => Store;
}

/** Where the pages of the small house would be. */
export const pages = { origin: 'http://localhost:3002', rpId: 'localhost' } as const;
const sealKey = new Secret(Buffer.alloc(32, 7).toString('base64'));

async function findIntent(store: Store, call: Call): Promise<boolean> {
  const wanted = canonicalJson(call);
  const records = await store.read.requests.list({ states: ['executing', 'unknown'], limit: 1000 });
  for (const record of records) {
    for (const effect of await store.read.requests.effects(record.terms.id)) {
      if (effect.status !== 'intent') continue;
      const intended = bind(stepOf(record.terms.plan, effect).call, bindingsOf(effect));
      if (canonicalJson(intended) === wanted) return true;
    }
  }
  return false;
}

/** A house that the caller closes. */
export async function buildSmallHouse(options: HouseOptions = {}): Promise<SmallHouse> {
  const store = await openStore({ url: options.url ?? 'sqlite::memory:' });
  const clock = new SettableClock();
  const vendor = new FakeVendor();
  vendor.hasIntent = (call) => findIntent(store, call);
  const people = new FakePeople(clock);
  const presence = openPresence({ pages: () => pages, sealKey: options.hasCodes === false ? null : sealKey });
  const log = new CollectingLog();
  const dice: Dice = countingDice();
  let active = options.policy ?? smallPolicy();
  let proposed: WrittenPolicy | null = null;
  let clocks: readonly OtherClock[] = [];
  const start = (wrap: (house: House) => House = (house) => house): Pick<SmallHouse, 'house' | 'useCases'> => {
    const bindings = new Bindings();
    const house = wrap({
      store: options.wrapStore?.(store) ?? store,
      vendor,
      people,
      presence,
      clock,
      dice,
      log,
      proposed: () => proposed,
      putInForce: (adopted) => {
        active = adopted;
      },
      policy: () => bindings.join(active),
      bindings,
      founding: new Founding({
        installation: {
          deployment: 'small-house',
          organization: 'fingerprint-of-the-admin-key',
          version: 'test',
          policy: { ...active, text: '', file: 'small-policy.yml' },
        },
        isDone: true,
      }),
      opening: options.opening ?? openingOf(false),
      deployment: 'small-house',
      organization: 'fingerprint-of-the-admin-key',
      isPractice: false,
      clocks: () => clocks,
      pacing: () => [],
      examine: async () => ({ checks: [], readyFor: [] }),
      calls: new CallLedger(),
      refusals: new RefusalLedger(),
      nudge: () => undefined,
    });
    return { house, useCases: openUseCases(house) };
  };
  return {
    ...start(),
    store,
    vendor,
    people,
    clock,
    log,
    setClocks: (said) => {
      clocks = said;
    },
    setPolicy: (policy) => {
      active = policy;
    },
    propose: (file) => {
      proposed = file;
    },
    restarted: start,
    close: () => store.close(),
  };
}

/** A house for one test. When the test ends, what must hold of every story is checked, and the house is closed. */
export async function openSmallHouse(options: HouseOptions = {}): Promise<SmallHouse> {
  const small = await buildSmallHouse(options);
  onTestFinished(async () => {
    const broken = await brokenInvariants(small);
    await small.close();
    if (broken.length > 0) throw new Error(`After this story:\n${broken.join('\n')}`);
  });
  return small;
}
