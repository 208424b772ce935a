import { setTimeout } from 'node:timers/promises';
import type { Dispatcher } from 'undici';
import { sha256 } from '#domain/canonical.ts';
import { Fault } from '#domain/fault.ts';
import type { Instant } from '#domain/instant.ts';
import { invariant } from '#domain/invariant.ts';
import type { Secret } from '#domain/secret.ts';
import { isMutation } from '#operations/call.ts';
import type { Log } from '#workflow/ports/log.ts';
import type { CallContext, Vendor } from '#workflow/ports/vendor.ts';
import { type Pace, shippedPace } from './bucket.ts';
import { createClient } from './client.ts';
import { openConnections, shippedTimeouts, type Timeouts } from './connect.ts';
import { isMaskOf } from './own-key.ts';
import { type PaceReport, Pacer } from './pace.ts';
import { listingOf } from './paging.ts';
import { readAllPages } from './paginate.ts';
import { createPerform } from './perform.ts';
import { createReader, type ReadOne } from './read.ts';
import { createSender, type ExchangeLine } from './sender.ts';
import { targetOf } from './target.ts';

export interface VendorOptions {
  /** `https://api.openai.com/v1`, or another place that may be given the admin key. */
  readonly baseUrl: string;
  readonly adminKey: Secret;
  readonly nowMs: () => Instant;
  /** From 0 to below 1; spreads retries. */
  readonly random: () => number;
  readonly log: Log;
  /** Hears of every exchange, also of those without an answer. */
  readonly onExchange?: ((line: ExchangeLine) => void) | undefined;
  /** `http://proxy.example:3128`. Never taken from the environment. */
  readonly proxy?: string | undefined;
  /** PEM of a certificate authority to trust beside the usual ones. */
  readonly ca?: string | undefined;
  readonly pace?: Pace | undefined;
  readonly timeouts?: Partial<Timeouts> | undefined;
  /** How to wait; ends early when the signal is aborted. */
  readonly waitMs?: ((ms: number, signal?: AbortSignal) => Promise<void>) | undefined;
  /** Takes the place of real connections; whoever gives it closes it. */
  readonly dispatcher?: Dispatcher | undefined;
}

export interface OpenedVendor extends Vendor {
  /** Names the admin key in records and reports without showing it: the first 16 hex digits of a SHA-256 over it. */
  readonly adminKeyFingerprint: string;
  /** How each endpoint is paced just now. */
  pacing(): readonly PaceReport[];
  /** Refuses what still waits, lets what was sent come to its end (at most the total timeout), and closes the connections. */
  close(): Promise<void>;
}

/** Opens the wire to OpenAI. Throws `Fault('config.invalid')` for an address or key that cannot be used; connects to nothing yet. */
export function openVendor(options: VendorOptions): OpenedVendor {
  const { nowMs, random, log, adminKey } = options;
  const target = targetOf(options.baseUrl);
  const timeouts = { ...shippedTimeouts, ...options.timeouts };
  const waitMs = options.waitMs ?? ((ms, signal) => setTimeout(ms, undefined, { signal }));
  const dispatcher =
    options.dispatcher ??
    openConnections({ origin: target.origin, proxy: options.proxy ?? null, ca: options.ca ?? null, timeouts });
  const pacer = new Pacer({ pace: options.pace ?? shippedPace, nowMs, waitMs });
  let clockAheadMs: number | null = null;
  const heardDate = (dateMs: Instant): void => {
    clockAheadMs = nowMs() - dateMs;
  };
  const client = createClient({ target, adminKey, dispatcher, timeouts, nowMs, heardDate });
  const send = createSender({ client, pacer, nowMs, log, onExchange: options.onExchange ?? (() => undefined) });
  const closing = new AbortController();
  const pauseMs = (ms: number) => waitMs(ms, closing.signal).catch(() => undefined);
  const readOne = createReader({ send, nowMs, random, waitMs: pauseMs });
  const perform = createPerform(send, log);
  let closed: Promise<void> | null = null;
  const shutDown = async (): Promise<void> => {
    pacer.close();
    closing.abort();
    if (options.dispatcher === undefined) await dispatcher.close();
  };
  return {
    read: createRead(readOne, log),
    perform: (call, how) => perform(call, { ...how, context: sayingOnce(how.context, log) }),
    isOwnKey: (redacted) => isMaskOf(adminKey, redacted),
    clockAheadMs: () => clockAheadMs,
    pacing: () => pacer.report(),
    adminKeyFingerprint: sha256('countersign/admin-key/v1\n', adminKey.reveal()).toString('hex').slice(0, 16),
    close: () => (closed ??= shutDown()),
  };
}

function createRead(readOne: ReadOne, log: Log): Vendor['read'] {
  return async (call, { pages, absent, context }) => {
    invariant(!isMutation(call), 'A read changes nothing');
    const said = sayingOnce(context, log);
    try {
      if (pages === 'one') return await readOne(call, said);
      const listing = listingOf(call.endpoint);
      invariant(listing !== null, 'Only lists have pages');
      return await readAllPages(call, listing, (page) => readOne(page, said));
    } catch (error) {
      if (absent === 'null' && error instanceof Fault && error.code === 'openai.not_found') return null;
      throw error;
    }
  };
}

/** A person is told once of a wait, however many pages and attempts a read has; and who listens cannot break the pacer. */
function sayingOnce(context: CallContext, log: Log): CallContext {
  const { onWait } = context;
  if (onWait === undefined) return context;
  let wasSaid = false;
  return {
    ...context,
    onWait: (wait) => {
      if (wasSaid) return;
      wasSaid = true;
      try {
        onWait(wait);
      } catch (err) {
        log.warn({ err }, 'A wait for OpenAI’s limit could not be told');
      }
    },
  };
}
