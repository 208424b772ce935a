import type { Secret } from '#domain/secret.ts';
import type { Pace } from '#openai/bucket.ts';
import type { Timeouts } from '#openai/connect.ts';
import type { OpenedVendor } from '#openai/open-vendor.ts';
import type { Scheduler } from '#schedule/scheduler.ts';
import type { SlackFace, Transport } from '#slack/slack-face.ts';
import type { OpenedStore } from '#storage/open-store.ts';
import type { House } from '#workflow/house.ts';
import type { Clock } from '#workflow/ports/clock.ts';
import type { Log } from '#workflow/ports/log.ts';
import type { UseCases } from '#workflow/use-cases.ts';

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
