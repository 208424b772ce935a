import type { Sample } from '../samples.ts';
import { NOON } from '../erin-asks.ts';

const lines = ['keys.issue, asked for by everyone', 'in playground', 'for at most 14 days'];
const order = {
  id: 1,
  name: 'A key in the playground',
  lines,
  total: 50,
  caps: '1 a person within 30 days',
  used: 2,
  refused: ['3 × their share was used'],
  until: NOON + 30 * 86_400_000,
  whyNot: '',
  requestId: 'R01K0PZ3V6X7B8C9D0E1F2G3H4J',
};
const uses = [{ requestId: 'R01K0PZ3V6X7B8C9D0E1F2G3H4K', personName: 'Erin Vale', at: NOON }];
const rules = [{ name: 'A key in the playground', lines, rule: { name: 'A key in the playground' } }];

export const samples: readonly Sample[] = [
  { operation: 'orders.list', input: {}, answers: { orders: [order] } },
  { operation: 'orders.show', input: { order: 'O-1' }, answers: { orders: [order], uses } },
  {
    operation: 'orders.propose',
    input: {
      rule: 'A key in the playground',
      for: 30 * 86_400_000,
      total: 50,
      perPerson: 1,
      perPersonWithin: 7 * 86_400_000,
      atMost: 5,
      within: 86_400_000,
    },
    answers: { rules },
  },
  { operation: 'orders.end', input: { order: 'O-1' }, answers: { orders: [order] } },
];
