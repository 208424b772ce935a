import type { Verification } from '#audit/verify.ts';
import type { PersonId } from '#domain/ids.ts';
import type { BoundPerson } from '#domain/bound-person.ts';
import type { Instant } from '#domain/instant.ts';
import type { Policy } from '#policy/policy.ts';
import type { Reading } from '#workflow/ports/store.ts';
import type { Vendor } from '#workflow/ports/vendor.ts';
import type { Workspace } from '#workflow/ports/workspace.ts';

/** How far an installation with this finding may be trusted: what is listed here does not work. */
export type Stops = 'reads' | 'routine' | 'critical';

export type Checked =
  | { readonly state: 'ok'; readonly says: string }
  /** Works, but somebody should look at it. */
  | { readonly state: 'warn'; readonly says: string; readonly fix: string }
  | { readonly state: 'fail'; readonly says: string; readonly fix: string; readonly stops: Stops };

/** What the checks may look at. Everything that is null was not configured, and its checks say so. */
export interface Patient {
  readonly now: () => Instant;
  readonly node: { readonly version: string; readonly napi: number };
  readonly sqliteVersion: string;
  /** The policy in force, or why there is none. */
  readonly policy:
    | { readonly kind: 'policy'; readonly policy: Policy }
    | { readonly kind: 'problems'; readonly lines: readonly string[] };
  /** Everybody whom two people bound; empty where there is no database. */
  readonly bound: readonly BoundPerson[];
  /** Short digest of a policy file that is not in force, because it loosens something and nobody adopted it. */
  readonly proposedPolicy: string | null;
  readonly workspace: Workspace | null;
  /** Scopes that the manifest asks for. */
  readonly neededScopes: readonly string[];
  readonly vendor: Vendor | null;
  readonly store: {
    checkIntegrity(): Promise<{ readonly ok: boolean }>;
    verifyAudit(): Promise<Verification>;
  } | null;
  /** What was opened and held back, and how many people can prove who they are, where that is waited for; null where the database cannot be read. */
  readonly rollout: { readonly says: string; readonly enrolled: number | null } | null;
  /** Who has enrolled a passkey; null where the database was not read. */
  readonly withPasskey: ReadonlySet<PersonId> | null;
  /** Groups of which too few people can be reached in the coming week; null where nobody could look. */
  readonly shortages: readonly string[] | null;
  /** Whether there is a key that seals the seeds of one-time codes. */
  readonly hasSealKey: boolean;
  /** Whether there is an address under which passkeys are made. */
  readonly hasPages: boolean;
  /** What the bot has kept about people; null where there is no database of this version. */
  readonly memory: Pick<Reading, 'stepUp' | 'groups'> | null;
  readonly freeDiskBytes: number | null;
  /** Hosts that the configuration can reach. */
  readonly hosts: readonly string[];
  /** The running bot's own word on itself; null when it does not answer. */
  readonly ready: { readonly ok: boolean; readonly detail: string } | null;
}

export interface Check {
  readonly id: string;
  readonly title: string;
  run(patient: Patient): Promise<Checked>;
}

export const ok = (says: string): Checked => ({ state: 'ok', says });
export const warn = (says: string, fix: string): Checked => ({ state: 'warn', says, fix });
export const fail = (stops: Stops, says: string, fix: string): Checked => ({ state: 'fail', says, fix, stops });
