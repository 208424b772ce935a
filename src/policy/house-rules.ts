import type { PermitRule } from './policy.ts';

const anybodyMay = (what: string, operation: string): PermitRule => ({
  kind: 'permit',
  name: `Built in: anybody may ask to ${what}`,
  operations: [operation],
  requesters: 'everyone',
  projects: null,
  when: {},
  standing: false,
  bounds: { lifetimeMaxMs: null, scopes: null },
  consent: { kind: 'one', count: null, from: null },
  manner: { differentUnit: null, inOrder: null, notify: null },
  safeguards: { stepUp: null, dwellMs: null, vetoMs: null, typed: null },
});

/**
 * Rules that every policy ends with, whether its file says so or not: without them a policy that forgot them would leave the house in a
 * state that nobody can end. A rule or a denial of the file comes first.
 */
export const houseRules: readonly PermitRule[] = [
  anybodyMay('thaw', 'freezes.thaw'),
  anybodyMay('close a debt', 'debts.close'),
  anybodyMay('enrol', 'step-up.enrol'),
  anybodyMay('reset somebody’s step-up', 'step-up.reset'),
];
