import type { PersonId, SlackUserId } from './ids.ts';
import type { Instant } from './instant.ts';

/** What two people said about who is who, for one human. */
export interface Binding {
  readonly person: PersonId;
  readonly name: string;
  /** Each with the address that its Slack profile had, which may not change unseen. */
  readonly accounts: readonly { readonly slackId: SlackUserId; readonly email: string }[];
  readonly openaiId: string;
  readonly openaiEmail: string;
  /** The part of the company they work in; null where nobody said. */
  readonly unit: string | null;
}

export interface BoundPerson extends Binding {
  readonly state: 'bound' | 'suspended';
  /** Why it is suspended; empty otherwise. */
  readonly why: string;
  readonly since: Instant;
  readonly requestId: string;
}
