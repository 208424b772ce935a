import type { PlannedRequest } from '../ports/requests.ts';

/** What became of an act, in one sentence. `applied: false` where there was nothing left to do. */
export interface ActResult {
  readonly applied: boolean;
  readonly outcome: string;
  /** What memory has to learn of it; called once all of it is committed. */
  readonly afterCommit?: () => void;
}

/** An act together with the request that carries it. */
export interface Acting<A> {
  readonly record: PlannedRequest;
  readonly act: A;
}
