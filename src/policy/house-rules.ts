import type { PermitRule } from './policy.ts';
import type { OperationWord } from './vocabulary.ts';

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
  anybodyMay('adopt another policy', 'policy.adopt'),
  anybodyMay('bind people', 'people.bind'),
  anybodyMay('adopt who is who', 'people.adopt'),
  anybodyMay('open an operation', 'rollout.open'),
];

const ends = new Set(houseRules.flatMap(({ operations }) => operations));

/** What ends a state of the house sends nothing, so no brake of `live` holds it: the brake itself could otherwise never be released. */
export const isAlwaysOn = (operation: OperationWord): boolean => ends.has(operation.id);
