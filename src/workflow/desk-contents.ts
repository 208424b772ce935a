import type { DeskWish } from '#approvals/desk-wish.ts';
import type { RequestPicture } from './picture.ts';
import type { StoredFinding } from './ports/watch.ts';
import type { IssuedKey } from '#operations/memory.ts';

/** What one person has to do and has: the part of the Home tab that they look at. */
export interface Desk {
  readonly kind: 'desk';
  /** What is shown, its page within what there is. */
  readonly wish: DeskWish;
  readonly pages: number;
  /** How many fit the filter. */
  readonly total: number;
  /** What they could decide on now: what stands still, then the riskiest, then the oldest. */
  readonly waitingForMe: readonly RequestPicture[];
  /** What they stepped aside from. */
  readonly setAside: readonly RequestPicture[];
  readonly mine: readonly RequestPicture[];
  /** What they decided on, last decision first. */
  readonly decided: readonly RequestPicture[];
  readonly myKeys: readonly IssuedKey[];
  /** What everybody has to know first, one sentence each: what is frozen and what waits for a review. */
  readonly alarms: readonly string[];
  /** Open findings of the watch; null for whoever decides on nothing. */
  readonly findings: readonly StoredFinding[] | null;
  readonly counts: {
    readonly waiting: number;
    readonly mine: number;
    readonly decided: number;
    readonly findings: number;
    /** That they stepped aside from, and could decide on all the same. */
    readonly aside: number;
    /** Of those that wait: routine ones, which can be looked at together. */
    readonly routine: number;
  };
  /** What occurs in the list that is shown, for its filter. */
  readonly choices: {
    readonly families: readonly string[];
    readonly projects: readonly { readonly id: string; readonly name: string }[];
  };
}
