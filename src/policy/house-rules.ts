import type { PermitRule } from './policy.ts';

/**
 * Rules that every policy ends with, whether its file says so or not: without them a policy that forgot them would leave the house in a
 * state that nobody can end. A rule or a denial of the file comes first.
 */
export const houseRules: readonly PermitRule[] = [
  {
    kind: 'permit',
    name: 'Built in: anybody may ask to thaw',
    operations: ['freezes.thaw'],
    requesters: 'everyone',
    projects: null,
    bounds: { lifetimeMaxMs: null, scopes: null },
    consent: { kind: 'one', count: null, from: null },
    safeguards: { stepUp: null, dwellMs: null, vetoMs: null, typed: null },
  },
  {
    kind: 'permit',
    name: 'Built in: anybody may ask to close a debt',
    operations: ['debts.close'],
    requesters: 'everyone',
    projects: null,
    bounds: { lifetimeMaxMs: null, scopes: null },
    consent: { kind: 'one', count: null, from: null },
  },
];
