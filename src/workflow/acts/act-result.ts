import type { PlannedRequest } from '../ports/requests.ts';

/** What became of an act, in one sentence. `applied: false` where there was nothing left to do. */
export interface ActResult {
  readonly applied: boolean;
  readonly outcome: string;
}

/** An act together with the request that carries it. */
export interface Acting<A> {
  readonly record: PlannedRequest;
  readonly act: A;
}
