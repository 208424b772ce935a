import type { Instant } from '#domain/instant.ts';
import type { Secret } from '#domain/secret.ts';
import type { Operation } from '#operations/operation.ts';
import type { Clock } from '#workflow/ports/clock.ts';
import type { Log } from '#workflow/ports/log.ts';
import type { Mailer } from '#workflow/ports/mailer.ts';
import type { People } from '#workflow/ports/people.ts';
import type { Reading } from '#workflow/ports/store.ts';
import type { UseCases } from '#workflow/use-cases.ts';

export type Transport =
  | { readonly kind: 'socket'; readonly appToken: Secret }
  | {
      readonly kind: 'http';
      readonly signingSecret: Secret;
      readonly host: string;
      /** 0 takes any free port; `start` answers which. */
      readonly port: number;
      /** Networks that may connect, as `203.0.113.0/24`; empty or left out lets everybody try a signature. */
      readonly sourceCidrs?: readonly string[];
    };

/** Channel ids. One channel may play all three parts. */
export interface Channels {
  readonly approvals: string;
  readonly audit: string;
  readonly alerts: string;
  /** Channels that other workspaces of the same organization may see as well. */
  readonly sharedInside: readonly string[];
}

export interface SlackOptions {
  /** Asked for at each delivery, so that the face can be opened before the use cases exist. */
  readonly useCases: () => UseCases;
  readonly catalogue: readonly Operation[];
  readonly clock: Clock;
  readonly log: Log;
  /** `/openai`, or what the manifest was generated with. */
  readonly commandName: string;
  readonly channels: () => Channels;
  readonly isPractice: boolean;
  /** Key of the MACs on buttons and modals. */
  readonly macKey: Secret;
  /** Name of this installation; a button of another one is refused. */
  readonly deployment: string;
  readonly transport: Transport;
  readonly botToken: Secret;
  readonly apiUrl?: string;
  /** Persisted replay guard: true the first time a key is seen. */
  readonly nonces: { claim(key: string, at: Instant): Promise<boolean> };
  /** The connection is lost for good; the process should end so that its supervisor starts it anew. */
  readonly onFatal: (reason: string) => void;
  /** A submission that is not decided by then is answered with "checking". Slack waits 3 s. */
  readonly ackBudgetMs?: number;
  readonly read: Reading;
}

/** Why deliveries were refused before any handler ran. */
export type RefusalCause =
  | 'wrong-path'
  | 'foreign-network'
  | 'too-large'
  | 'unsigned'
  | 'skewed'
  | 'forged'
  | 'malformed'
  | 'replayed'
  | 'other-app'
  | 'other-team'
  | 'forged-button'
  | 'draining';

export interface SlackHealth {
  readonly connected: boolean;
  readonly lastEventAt: Instant | null;
  readonly refused: Readonly<Partial<Record<RefusalCause, number>>>;
}

export interface SlackFace {
  /** Begins to take deliveries; answers where. */
  start(): Promise<{ readonly address: string }>;
  /** Tries again to open what could not be opened at the start; nothing where all is open. */
  reach(): Promise<void>;
  /** Stops taking deliveries, lets running ones finish within a deadline, then closes. */
  stop(): Promise<void>;
  /** Resolves when every delivery taken in so far has been handled to its end, acknowledged or not. */
  idle(): Promise<void>;
  readonly people: People;
  /** Looks whether a channel of the bot is shared with another company, and has it told. */
  watchPlaces(): Promise<void>;
  readonly mailer: Mailer;
  health(): SlackHealth;
  /** How far our clock is ahead of Slack's, as its last answer said; null before any. */
  clockAheadMs(): number | null;
  readonly botUserId: string;
  readonly teamId: string;
}

/** Whose bot we are, as Slack said at the start. */
export interface Home {
  readonly teamId: string;
  /** Null outside an Enterprise organization. */
  readonly enterpriseId: string | null;
  readonly botUserId: string;
  readonly botId: string;
  /** Null when Slack would not say; then it is not compared. */
  readonly appId: string | null;
}
