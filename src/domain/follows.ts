import type { RequestId } from './ids.ts';

/** What one request is to an earlier one. */
export type Relation = 'undoes' | 'continues' | 'replaces';

export interface Follows {
  readonly as: Relation;
  readonly request: RequestId;
}
