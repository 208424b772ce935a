import type { Sample } from '../samples.ts';
import { NOON } from '../erin-asks.ts';

const presence = {
  person: 'erin',
  name: 'Erin Vale',
  passkeys: 1,
  hasCodes: true,
  isPossible: true,
  coolingMs: 86_400_000,
} as const;

export const samples: readonly Sample[] = [
  {
    operation: 'step-up.list',
    input: {},
    answers: {
      rows: [
        { person: 'bea', name: 'Bea Lindqvist', what: 'passkey', origin: 'host', enrolledAt: NOON, countsFrom: NOON },
      ],
    },
  },
  { operation: 'step-up.enrol', input: {}, answers: { presence } },
  {
    operation: 'step-up.page',
    input: {},
    answers: { own: { to: 'enrol', url: 'https://bot.example/enrol/0', says: 'Opens once.' } },
  },
  {
    operation: 'step-up.reset',
    input: { person: 'bea' },
    answers: { presence: { ...presence, person: 'bea', name: 'Bea Lindqvist' } },
  },
];
