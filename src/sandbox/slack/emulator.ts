import type { Admin } from './admin.ts';
import type { Behaviour } from './behaviour.ts';
import type { Seat } from './seat.ts';
import type { AppSeed, WorkspaceSeed } from './seed/workspace-seed.ts';
import type { CallRecord } from './web/call-ledger.ts';
import type { Fault } from './web/faults.ts';
import type { DeliveryRecord } from './wire/delivery-ledger.ts';
import type { Answer } from './wire/post.ts';
import type { DisconnectReason } from './wire/socket-delivery.ts';

export interface SlackEmulatorOptions {
  readonly nowMs: () => number;
  readonly seed: WorkspaceSeed;
  /** 0 or absent: any free port. Always on 127.0.0.1. */
  readonly port?: number;
  readonly delivery:
    | {
        readonly mode: 'http';
        /** Where the app listens; asked at each delivery, because the app usually starts after its Slack. */
        readonly requestUrl: () => string;
        readonly signingSecret: string;
        /** The time in signatures; `nowMs` unless given. A receiver that compares with the machine's clock needs that one. */
        readonly stampNowMs?: () => number;
      }
    | { readonly mode: 'socket' };
  readonly behaviour?: Partial<Behaviour>;
  /** What the app registered, where it differs from the seed. */
  readonly app?: Partial<Pick<AppSeed, 'botScopes' | 'commands' | 'events' | 'shortcuts'>>;
  /** For triggers and rate limits; the process's monotonic clock unless given. */
  readonly monotonicMs?: () => number;
}

/** A request as a test wants it to arrive: nothing is added but Content-Length. */
export interface RawRequest {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly method?: string;
}

/** A running emulated Slack. */
export interface SlackEmulator {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** `url` with `/api/`: what Slack's SDK calls `slackApiUrl`. */
  readonly apiUrl: string;
  readonly seat: Seat;
  readonly admin: Admin;
  /** Made at start, so they are worth nothing anywhere else. */
  readonly botToken: string;
  readonly appToken: string;
  readonly teamId: string;
  readonly appId: string;
  readonly botUserId: string;
  /** Change its fields while it runs. */
  readonly behaviour: Behaviour;
  /** Back to the seed; connections, tokens, listeners and behaviour stay. */
  reset(): void;
  close(): Promise<void>;
  /** Web API calls received, oldest first, at most the newest 1 000. */
  calls(): readonly CallRecord[];
  /** The next `times` (1) calls of a Web API method go wrong. */
  failNext(failing: { readonly method: string; readonly fault: Fault; readonly times?: number }): void;
  /** Requests made to the app over HTTP, exactly as sent, oldest first, at most the newest 200. */
  deliveries(): readonly DeliveryRecord[];
  /** Sends a hand-made request to the app (http mode). @throws NoAnswerError when the app does not answer */
  deliver(raw: RawRequest): Promise<Answer>;
  /** The headers that make a body Slack's (http mode); `timestamp` in epoch seconds, now unless given. */
  signedHeaders(body: string, stamp?: { readonly timestamp?: number }): Readonly<Record<string, string>>;
  /** Tells every Socket Mode connection to go away (socket mode). */
  disconnectSockets(reason: DisconnectReason): void;
  /** Socket Mode connections open now. */
  connections(): number;
}
