import type { Sample } from '../samples.ts';
import { NOON } from '../erin-asks.ts';

export const frozen = {
  id: 1,
  what: 'everything',
  person: null,
  byName: 'Bea Lindqvist',
  why: 'a laptop was stolen',
  at: NOON,
} as const;

export const samples: readonly Sample[] = [
  { operation: 'freezes.list', input: {}, answers: { freezes: [{ ...frozen }] } },
  {
    operation: 'freezes.freeze',
    input: { scope: 'all', project: null, user: null, operation: null },
    answers: { person: null },
  },
  { operation: 'freezes.thaw', input: { freeze: 'F-1' }, answers: { freezes: [{ ...frozen }] } },
];
