/**
 * Where a request stands. `waiting`: approved, and either held until `readyAt` or its requester has still to press because a
 * secret will be made; `simulated`:
 * approved under plan-only, nothing was sent; `stale`: what it was planned on has changed.
 */
export const requestStates = [
  'draft',
  'pending',
  'approved',
  'waiting',
  'executing',
  'unknown',
  'needs_human',
  'succeeded',
  'simulated',
  'partial',
  'failed',
  'stale',
  'denied',
  'cancelled',
  'expired',
] as const;
export type RequestState = (typeof requestStates)[number];

export const finalStates: readonly RequestState[] = [
  'succeeded',
  'simulated',
  'partial',
  'failed',
  'stale',
  'denied',
  'cancelled',
  'expired',
];

export const isFinal = (state: RequestState): boolean => finalStates.includes(state);
