import type { Sample } from '../samples.ts';
import { NOON } from '../erin-asks.ts';

export const owed = {
  id: 1,
  requestId: 'R01K0PZ3V6X7B8C9D0E1F2G3H4J',
  how: 'by break-glass',
  title: 'Revoke an API key in search-prod',
  byName: 'Sam Okafor',
  incident: 'https://incidents.acme.example/INC-7',
  barred: ['sam'],
  openedAt: NOON - 3_600_000,
} as const;

const debts = [{ ...owed, barred: [...owed.barred] }];

export const samples: readonly Sample[] = [
  { operation: 'debts.list', input: {}, answers: { debts } },
  { operation: 'debts.close', input: { debt: 'D-1' }, answers: { debts } },
];
