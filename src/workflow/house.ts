import type { OtherClock } from '#domain/clock-skew.ts';
import type { DoctorFound, PaceLine } from '#operations/memory.ts';
import type { LiveMode, Policy } from '#policy/policy.ts';
import type { Founding } from './founding/installation.ts';
import type { Clock, Dice } from './ports/clock.ts';
import type { Log } from './ports/log.ts';
import type { People } from './ports/people.ts';
import type { Presence } from './ports/presence.ts';
import type { Store } from './ports/store.ts';
import type { Vendor } from './ports/vendor.ts';
import type { Bindings } from './bindings.ts';
import type { CallLedger } from './call-ledger.ts';
import type { RefusalLedger } from './refusal-ledger.ts';

/** The policy in force and the digest by which requests name it. */
export interface ActivePolicy {
  readonly policy: Policy;
  readonly digest: string;
}

/** A policy together with the file that says it. */
export interface WrittenPolicy extends ActivePolicy {
  readonly text: string;
  readonly file: string;
}

/** Everything a use case may reach. Compose hands it in; no use case knows what stands behind a port. */
export interface House {
  readonly store: Store;
  readonly vendor: Vendor;
  readonly people: People;
  readonly presence: Presence;
  readonly clock: Clock;
  readonly dice: Dice;
  readonly log: Log;
  readonly policy: () => ActivePolicy;
  /** The file of this start, where it loosens something and nobody adopted it yet. */
  readonly proposed: () => WrittenPolicy | null;
  /** Switches to a policy whose adoption has been committed. */
  readonly putInForce: (adopted: ActivePolicy) => void;
  /** Whether two people have confirmed this installation; before that it does nothing. */
  readonly founding: Founding;
  /** How far operations go before anybody opened them here, and whether critical ones wait until people can prove who they are. */
  readonly opening: { readonly start: LiveMode; readonly waitsForStepUp: boolean };
  /** Name of this installation; part of every digest, so that a staging button means nothing here. */
  readonly deployment: string;
  readonly organization: string;
  readonly isPractice: boolean;
  /** How far this machine's clock is from those of others, as they said last; nobody is asked for it. */
  readonly clocks: () => readonly OtherClock[];
  /** How each endpoint of the vendor is paced just now. */
  readonly pacing: () => readonly PaceLine[];
  /** Looks at everything this installation needs; who can be reached was looked at before, because that takes the house itself. */
  readonly examine: (known: { readonly shortages: readonly string[] }) => Promise<DoctorFound>;
  readonly calls: CallLedger;
  readonly refusals: RefusalLedger;
  /** Who is who beside the policy's file. */
  readonly bindings: Bindings;
  /** Says that there is work to do: approved requests, messages to send. Returns at once. */
  readonly nudge: () => void;
}
