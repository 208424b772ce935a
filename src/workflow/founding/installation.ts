import { digestOf } from '#domain/canonical.ts';
import type { Policy } from '#policy/policy.ts';
import type { Founder } from '../ports/founding.ts';

/** Two, because one person who sets everything up alone could set it up for themselves. */
export const foundersNeeded = 2;

/** What two people look at before a new installation does anything. */
export interface Installation {
  readonly deployment: string;
  /** Fingerprint of the admin key, never the key. */
  readonly organization: string;
  readonly version: string;
  readonly policy: {
    readonly policy: Policy;
    readonly digest: string;
    readonly text: string;
    readonly file: string;
  };
}

/** What is confirmed: with another policy, key or version the confirmations so far are for something else. */
export function subjectOf({ deployment, organization, version, policy }: Installation): string {
  return digestOf('countersign/founding/v1', { deployment, organization, version, policy: policy.digest });
}

/** How a new installation stands, for its card. */
export interface InstallationPicture {
  readonly isFounded: boolean;
  readonly subject: string;
  readonly deployment: string;
  readonly organization: string;
  readonly version: string;
  readonly policyDigest: string;
  /** `12:9c2f61d0…`: the newest entry of the audit chain, to compare with later. */
  readonly head: string;
  readonly founders: readonly Founder[];
  /** Names of everybody who may confirm. */
  readonly people: readonly string[];
}

/** Whether two people have confirmed this installation. Switched only after that was committed. */
export class Founding {
  readonly installation: Installation;
  #isDone: boolean;

  constructor(given: { readonly installation: Installation; readonly isDone: boolean }) {
    this.installation = given.installation;
    this.#isDone = given.isDone;
  }

  isDone(): boolean {
    return this.#isDone;
  }

  done(): void {
    this.#isDone = true;
  }
}
