import type { PersonId, SlackUserId } from '#domain/ids.ts';
import type { Tier } from '#domain/tier.ts';
import type { WrittenSafeguards } from './safeguards.ts';

/** What a policy file says, once it was parsed and found free of problems. Plain JSON: its digest stands in every request. */
export interface Policy {
  readonly version: 1;
  /** Slack team id (`T…`) of the home workspace, if the file pins one. */
  readonly workspace: string | null;
  /** Slack channel ids; one channel may serve all three. */
  readonly channels: { readonly approvals: string; readonly audit: string; readonly alerts: string };
  /** By person id. */
  readonly people: Readonly<Record<string, Person>>;
  readonly groups: Readonly<Record<string, Group>>;
  /** Names, globs or ids of the projects in which a slip is expensive. */
  readonly production: readonly string[];
  readonly tiers: Readonly<Record<ChangeTier, Consent>>;
  readonly safeguards: Readonly<Record<ChangeTier, WrittenSafeguards>>;
  readonly rules: readonly Rule[];
  readonly live: { readonly default: LiveMode; readonly rules: readonly LiveRule[] };
  readonly decideWithinMs: number;
  readonly collectWithinMs: number;
  /** So long an approval can be taken back; nothing is sent before, except what only narrows. */
  readonly takeBackMs: number;
  readonly limits: { readonly openRequestsPerPerson: number };
}

/** One human, whatever accounts they have. */
export interface Person {
  readonly name: string;
  readonly slackIds: readonly SlackUserId[];
  /** The address of their user in the OpenAI organization. */
  readonly openaiEmail: string | null;
}

export type Group =
  | { readonly kind: 'list'; readonly people: readonly PersonId[] }
  /** `allowUnlisted`: members without an entry in `people` may approve too, each Slack account then counting as one person. */
  | { readonly kind: 'slack'; readonly slackGroup: string; readonly allowUnlisted: boolean };

export type ChangeTier = Exclude<Tier, 'read'>;

/** So many distinct people out of these groups. */
export interface Asked {
  readonly count: number;
  readonly from: readonly string[];
}

/** Whose consent is asked, as written. What is null falls back: a rule to its operation's tier, a tier to the house's default count. */
export type Consent =
  | { readonly kind: 'one'; readonly count: number | null; readonly from: readonly string[] | null }
  | { readonly kind: 'several'; readonly asked: readonly Asked[] };

interface Scope {
  readonly name: string;
  /** `keys.issue`, `keys.*`, `reads`, `changes` or `*`. */
  readonly operations: readonly string[];
  /** Names of people and groups. */
  readonly requesters: Requesters;
  /** Null: whatever the project, and also operations without one. */
  readonly projects: 'production' | readonly string[] | null;
}

export type Requesters = 'everyone' | readonly string[];

export interface PermitRule extends Scope {
  readonly kind: 'permit';
  /** Null: not bounded. */
  readonly bounds: { readonly lifetimeMaxMs: number | null; readonly scopes: readonly string[] | null };
  readonly consent: Consent;
  readonly safeguards: WrittenSafeguards;
}

export interface DenyRule extends Scope {
  readonly kind: 'deny';
  readonly why: string;
}

export type Rule = PermitRule | DenyRule;

/** `plan-only` goes through asking and approving and sends nothing. */
export const liveModes = ['off', 'plan-only', 'on'] as const;
export type LiveMode = (typeof liveModes)[number];

export interface LiveRule {
  readonly operations: readonly string[];
  readonly requesters: Requesters;
  readonly mode: LiveMode;
}
