import type { Secret } from '#domain/secret.ts';

/** Secrets stand apart from the config, so that the config can be logged and these cannot get into it by an oversight. */
export interface SandboxSecrets {
  readonly kind: 'sandbox';
}

export type TransportSecret =
  | { readonly kind: 'socket'; readonly appToken: Secret }
  | { readonly kind: 'http'; readonly signingSecret: Secret };

interface WorkspaceSecrets {
  readonly botToken: Secret;
  readonly transport: TransportSecret;
  /** 32 bytes in base64: proves that a button in Slack is ours. */
  readonly macKey: Secret;
  /** 32 bytes in base64: seals the seeds of one-time codes. Null: there are none. */
  readonly sealKey: Secret | null;
  /** The whole address, because it may hold a password. */
  readonly proxy: Secret | null;
}

export interface PracticeSecrets extends WorkspaceSecrets {
  readonly kind: 'practice';
}

export interface BotSecrets extends WorkspaceSecrets {
  readonly kind: 'bot';
  readonly adminKey: Secret;
}
