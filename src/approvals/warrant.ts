import type { SlackUserId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';
import type { StepUp } from '#policy/safeguards.ts';

/**
 * On whose word a request is carried out: that of its quorum, of a standing order that people countersigned before, or of one named
 * person who owes a review for it: in an emergency, or at the desk, where their passkey signs it. Part of the digest.
 */
export type Warrant =
  | { readonly by: 'quorum' }
  | { readonly by: 'standing-order'; readonly order: OrderRef }
  | { readonly by: 'break-glass'; readonly debt: DebtTerms }
  /** `until`: carried out before this moment or not at all. */
  | { readonly by: 'desk'; readonly until: Instant };

/** The order as it was countersigned: another one, also of the same name, is no warrant. */
export interface OrderRef {
  readonly id: number;
  readonly name: string;
  /** SHA-256 in hex over the terms of the order. */
  readonly digest: string;
}

export interface DebtTerms {
  /** Where people talk about the emergency. */
  readonly incident: string;
  /** Carried out before this moment or not at all. */
  readonly until: Instant;
  /** Whoever is told by name, as the groups stood when it was asked for. */
  readonly notify: readonly SlackUserId[];
  /** What this person proves with, when they send it, that it is they. Left out in requests from before this was asked: nothing. */
  readonly proves?: StepUp;
}

/** Requests from before there were others run on their quorum. */
export function warrantOf(terms: { readonly warrant?: Warrant }): Warrant {
  return terms.warrant ?? { by: 'quorum' };
}

/** When the warrant itself ends, whatever the request's own deadline; null where it does not. */
export function warrantEnds(terms: { readonly warrant?: Warrant }): Instant | null {
  const warrant = warrantOf(terms);
  switch (warrant.by) {
    case 'quorum':
    case 'standing-order':
      return null;
    case 'break-glass':
      return warrant.debt.until;
    case 'desk':
      return warrant.until;
  }
}

/** What this request's own requester has to prove before it is sent; `none` for everything that is no emergency. */
export function ownProofOf(terms: { readonly warrant?: Warrant }): StepUp {
  const warrant = warrantOf(terms);
  return warrant.by === 'break-glass' ? (warrant.debt.proves ?? 'none') : 'none';
}
