import type { Inverse, Plan } from './plan.ts';

type Needed =
  | 'operation'
  | 'tier'
  | 'title'
  | 'gist'
  | 'target'
  | 'changes'
  | 'guards'
  | 'before'
  | 'steps'
  | 'inverse';

/** A plan from what is particular to it; everything else is what a plain change without a secret has. */
export function planOf(given: Pick<Plan, Needed> & Partial<Omit<Plan, Needed | 'version'>>): Plan {
  return {
    version: 1,
    project: null,
    beneficiaryEmail: null,
    barred: [],
    holds: '',
    facts: [],
    warnings: [],
    act: null,
    delivery: 'none',
    compensations: [],
    handover: null,
    endings: [],
    attempts: 1,
    lease: null,
    rest: null,
    alternative: null,
    bounds: {},
    ...given,
  };
}

/** Of what nothing here can undo; the sentence says why, or what a person can do. */
export const noWayBack = (sentence: string): Inverse => ({ verdict: 'none', sentence, operation: null, input: null });
