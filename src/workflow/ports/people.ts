import type { SlackUserId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import type { Account } from '#operations/people/match.ts';
import type { Members } from '#policy/facts.ts';

/**
 * What Slack says about one account, just now. Only `member` may do anything. Everything else, including an answer that lacks
 * the fields that would prove membership, carries the reason.
 */
export type Standing =
  | {
      readonly kind: 'member';
      readonly name: string;
      /** The IANA name of the time zone this account has set, where Slack says one. */
      readonly zone?: string;
      readonly at: Instant;
    }
  | { readonly kind: 'refused'; readonly code: StandingCode; readonly at: Instant };

export type StandingCode =
  | 'guest'
  | 'bot'
  | 'deactivated'
  | 'other-workspace'
  | 'invited'
  | 'unknown-user'
  | 'unproven'
  | 'slack-unreachable';

export type Roster =
  | { readonly known: true; readonly accounts: readonly Account[] }
  | { readonly known: false; readonly why: string };

export interface People {
  /** Evidence no older than `maxAgeMs` (0 asks Slack). A failure is a refused standing, never an exception. */
  standing(user: SlackUserId, maxAgeMs: number): Promise<Standing>;
  /** The time zone that this account has set, no older than a day; null where Slack does not say. Proves nothing about anybody. */
  zone(user: SlackUserId): Promise<string | null>;
  /** Members of a Slack user group (`S…`), no older than 30 s. */
  userGroup(id: string): Promise<Members>;
  /** Every full member with the confirmed address of their profile, asked just now. */
  roster(): Promise<Roster>;
}
