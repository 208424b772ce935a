import type { PersonId, SlackUserId } from '#domain/ids.ts';
import type { Tier } from '#domain/tier.ts';
import type { BreakGlass, EmergencyDesk } from './powers-alone.ts';
import type { Confidential } from './secrecy.ts';
import type { Calendars, Hours } from './calendar.ts';
import type { DecisionLimits } from './sections/decision-limits.ts';
import type { WrittenSafeguards } from './safeguards.ts';

/** What a policy file says, once it was parsed and found free of problems. Plain JSON: its digest stands in every request. */
export interface Policy {
  readonly version: 2;
  /** Slack team id (`T…`) of the home workspace, if the file pins one. */
  readonly workspace: string | null;
  /** Slack channel ids; one channel may serve all three. */
  readonly channels: {
    readonly approvals: string;
    readonly audit: string;
    readonly alerts: string;
    /** Those that other workspaces of the same Slack organization may see as well. */
    readonly sharedInside: readonly string[];
  };
  /** By person id. */
  readonly people: Readonly<Record<string, Person>>;
  readonly groups: Readonly<Record<string, Group>>;
  /** Names, globs or ids of the projects in which a slip is expensive. */
  readonly production: readonly string[];
  /** Names, globs or ids of projects by the label they have. */
  readonly labels: Readonly<Record<string, readonly string[]>>;
  readonly calendars: Calendars;
  /** Ids, names or globs of things that rules treat with more care. */
  readonly protectedTargets: readonly string[];
  /** What the address of an incident looks like, with `*`; null where no reason can name one. */
  readonly incidentLink: string | null;
  readonly tiers: Readonly<Record<ChangeTier, Consent>>;
  readonly manners: Readonly<Record<ChangeTier, WrittenManner>>;
  readonly safeguards: Readonly<Record<ChangeTier, WrittenSafeguards>>;
  readonly rules: readonly Rule[];
  readonly live: { readonly default: LiveMode; readonly rules: readonly LiveRule[] };
  readonly decideWithinMs: number;
  readonly collectWithinMs: number;
  /** So long an approval can be taken back; nothing is sent before, except what only narrows. */
  readonly takeBackMs: number;
  /** So long after enrolling a passkey or codes do not count yet. */
  readonly stepUp: { readonly coolingMs: number };
  /** Null: nobody may do anything alone. */
  readonly breakGlass: BreakGlass | null;
  /** Null: there is no desk. */
  readonly desk: EmergencyDesk | null;
  /** Null: nothing is kept from anybody. */
  readonly confidential: Confidential | null;
  readonly limits: DecisionLimits & {
    readonly openRequestsPerPerson: number;
    /** So long somebody has to have been in a Slack user group before they approve through it. */
    readonly joinedBeforeMs: number;
  };
}

/** One human, whatever accounts they have. */
export interface Person {
  readonly name: string;
  readonly slackIds: readonly SlackUserId[];
  /** The address of their user in the OpenAI organization. */
  readonly openaiEmail: string | null;
  /** The part of the company they work in, if the file says. */
  readonly unit: string | null;
  /** Why they count for nothing just now although they were bound; left out for everybody else. */
  readonly suspended?: string;
}

interface GroupSettings {
  /** Whoever is in it and has no unit of their own is of this one. */
  readonly unit: string | null;
  /** When its people work. */
  readonly hours: Hours | null;
  /** The group that is asked when this one does not answer. */
  readonly fallback: string | null;
  /** So long this one is asked alone, counted in its hours; null: for ever. */
  readonly escalateAfterMs: number | null;
}

export type Group = GroupSettings &
  (
    | { readonly kind: 'list'; readonly people: readonly PersonId[] }
    /** `allowUnlisted`: members without an entry in `people` may approve too, each Slack account then counting as one person. */
    | { readonly kind: 'slack'; readonly slackGroup: string; readonly allowUnlisted: boolean }
  );

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

/** How approvals have to be given, and who hears of the request without being counted. */
export interface Manner {
  /** No two who count, and none of them and the requester, are of one unit; whoever's unit is not known never counts. */
  readonly differentUnit: boolean;
  /** Each requirement counts only once the one before it is met. */
  readonly inOrder: boolean;
  readonly notify: readonly string[];
}

/** As written; null falls back like consent does, and a tier's to nothing asked. */
export type WrittenManner = { readonly [Key in keyof Manner]: Manner[Key] | null };

interface Scope {
  readonly name: string;
  /** `keys.issue`, `keys.*`, `reads`, `changes` or `*`. */
  readonly operations: readonly string[];
  /** Names of people and groups. */
  readonly requesters: Requesters;
  /** Null: whatever the project, and also operations without one. */
  readonly projects: 'production' | readonly string[] | null;
  /** What else has to be so, by the key of its condition, in that condition's own shape. */
  readonly when: Readonly<Record<string, unknown>>;
}

export type Requesters = 'everyone' | readonly string[];

export interface PermitRule extends Scope {
  readonly kind: 'permit';
  /** Null: not bounded. */
  readonly bounds: { readonly lifetimeMaxMs: number | null; readonly scopes: readonly string[] | null };
  /** It speaks only of what a standing order allows in advance. */
  readonly standing: boolean;
  readonly consent: Consent;
  readonly manner: WrittenManner;
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
