import { type TrafficWish, addTraffic } from './add-traffic.ts';
import { type Backdoor, createBackdoor } from './backdoor.ts';
import { type Behaviour, behaviourWith } from './behaviour.ts';
import type { Board } from './board.ts';
import { createExchange } from './http/exchange.ts';
import { type FaultRule, createFaultScript } from './http/fault-script.ts';
import { type ReceivedCall, createLedger } from './http/ledger.ts';
import { createRateLimiter } from './http/rate-limiter.ts';
import { closeAtOnce, createApiServer, listenOnLoopback } from './http/server.ts';
import { plantOrganization } from './plant.ts';
import { endpointCatalogue } from './routes/catalogue.ts';
import { mintSecret } from './secret-value.ts';
import type { OrganizationSeed } from './seed.ts';
import { showBoard } from './show-board.ts';
import type { EmulatorState } from './state.ts';
import { markKeyUsed } from './use-key.ts';

export interface OpenAiEmulatorOptions {
  readonly nowMs: () => number;
  readonly seed: OrganizationSeed;
  /** A free one is chosen when left out. Only this machine can reach it. */
  readonly port?: number;
  readonly behaviour?: Partial<Behaviour>;
}

/** A small OpenAI organization behind real HTTP, for the sandbox, practice mode and tests. */
export interface OpenAiEmulator {
  /** Ends in `/v1`. */
  readonly url: string;
  /** The secret of the bot's admin key. It stays the same over a reset. */
  readonly adminKey: string;
  readonly behaviour: Behaviour;
  readonly backdoor: Backdoor;
  readonly board: () => Board;
  /** Every call received since the start or the last reset, oldest first, at most 5 000. */
  readonly calls: () => readonly ReceivedCall[];
  /** Spoils the next calls that fit; see `Fault`. */
  readonly failNext: (rule: FaultRule) => void;
  /** Pretends that a project's key was used; throws when there is no such key. */
  readonly useKey: (keyId: string, atMs: number) => void;
  /** Pretends that a project's key is used from now on, or was; throws when there is no such key. Usage and costs follow. */
  readonly addTraffic: (wish: TrafficWish) => void;
  /** Calls the listener after every received call and every change; answers how to stop that. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Back to the seed and to the behaviour of the start; faults, limits and received calls are forgotten. */
  readonly reset: () => void;
  /** Stops at once, also the calls that were left hanging. */
  readonly close: () => Promise<void>;
}

/** Starts the emulated Administration API on the loopback address. */
export async function startOpenAiEmulator(options: OpenAiEmulatorOptions): Promise<OpenAiEmulator> {
  const adminKeyValues = new Map(options.seed.adminKeys.map(({ id }) => [id, mintSecret('sk-admin-')]));
  const plant = () => plantOrganization(options.seed, { nowSec: Math.floor(options.nowMs() / 1000), adminKeyValues });
  const initialBehaviour = behaviourWith(options.behaviour ?? {});
  const state: EmulatorState = { organization: plant(), behaviour: { ...initialBehaviour }, nowMs: options.nowMs };
  const limiter = createRateLimiter(state.behaviour);
  const exchange = createExchange(state, endpointCatalogue, limiter);
  const [faults, ledger] = [createFaultScript(), createLedger()];
  const listeners = new Set<() => void>();
  const changed = (): void => listeners.forEach((listener) => listener());
  const server = createApiServer({ exchange, faults, ledger, nowMs: options.nowMs, changed });
  const url = await listenOnLoopback(server, options.port ?? 0);
  const botsKeyId = options.seed.adminKeys.find(({ isBots }) => isBots)?.id ?? '';
  return {
    url,
    adminKey: adminKeyValues.get(botsKeyId) ?? '',
    behaviour: state.behaviour,
    backdoor: createBackdoor({ state, exchange, url, adminKeyValues, changed }),
    board: () => showBoard(state.organization, ledger.all()),
    calls: () => ledger.all(),
    failNext: (rule) => faults.add(rule),
    useKey(keyId, atMs) {
      markKeyUsed(state.organization, keyId, atMs);
      changed();
    },
    addTraffic(wish) {
      addTraffic(state.organization, wish);
      changed();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    reset() {
      state.organization = plant();
      Object.assign(state.behaviour, initialBehaviour);
      for (const memory of [faults, ledger]) memory.clear();
      limiter.forget();
      changed();
    },
    close: () => closeAtOnce(server),
  };
}
