import type { LogLevel } from './house-settings.ts';
import type { Address } from './address.ts';

interface HouseConfig {
  /** Stands in every request's digest and button proof. */
  readonly deployment: string;
  /** The slash command with its slash. */
  readonly command: string;
  readonly logLevel: LogLevel;
  readonly health: Address;
}

/** Everything emulated, nothing kept. */
export interface SandboxConfig extends HouseConfig {
  readonly kind: 'sandbox';
  readonly pagePort: number;
}

export type SlackTransport =
  | { readonly kind: 'socket' }
  /** `sourceCidrs: null` accepts connections from anywhere. */
  | { readonly kind: 'http'; readonly address: Address; readonly sourceCidrs: readonly string[] | null };

interface WorkspaceConfig extends HouseConfig {
  readonly policyFile: string;
  /** `sqlite:<path>`, relative to where the process was started. */
  readonly databaseUrl: string;
  /** Origin under which the outside reaches the bot; null if it needs none. */
  readonly publicUrl: string | null;
  /** Where the bot's own pages listen; used only with a public address. */
  readonly pages: Address;
  readonly slack: { readonly apiUrl: string; readonly transport: SlackTransport };
}

/** The real workspace, the emulated organization. */
export interface PracticeConfig extends WorkspaceConfig {
  readonly kind: 'practice';
}

export interface BotConfig extends WorkspaceConfig {
  readonly kind: 'bot';
  readonly openai: { readonly baseUrl: string };
}
