import type { RequestId } from './ids.ts';

/** What one request is to an earlier one. */
export const relations = ['undoes', 'continues', 'replaces', 'changes'] as const;
export type Relation = (typeof relations)[number];

export interface Follows {
  readonly as: Relation;
  readonly request: RequestId;
}
