import type { Freeze } from '#approvals/freeze.ts';
import type { RequestId } from '#domain/ids.ts';
import type { Instant } from '#domain/instant.ts';

// People freeze by hand, and all of these are looked at before anything is sent: a hundred is more than anybody can mean.
export const mostFreezes = 100;

export interface FreezeReader {
  /** What is in force, oldest first; at most `mostFreezes`, which whoever begins one has to mind. */
  active(): Promise<readonly Freeze[]>;
}

export interface FreezeWriter extends FreezeReader {
  begin(freeze: Omit<Freeze, 'id'>): Promise<Freeze>;
  /** False when it is not in force any more. */
  end(id: number, ended: { readonly at: Instant; readonly requestId: RequestId }): Promise<boolean>;
}
