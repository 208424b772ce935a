import { searchDev } from '../erin-asks.ts';
import type { Sample } from '../samples.ts';
import { projectOnWire } from '../wire.ts';
import { costsOnWire, limitOnWire } from './wire.ts';

const organization = { limit: limitOnWire(1_500_000), spentCents: costsOnWire(8_000) };
const ofProject = { project: projectOnWire(), limit: limitOnWire(80_000), spentCents: costsOnWire(120.5, 80) };

export const samples: readonly Sample[] = [
  {
    operation: 'spend-limits.show',
    input: { project: searchDev },
    answers: { limit: limitOnWire(80_000), spentCents: costsOnWire(200) },
  },
  { operation: 'spend-limits.set', input: { project: searchDev, amount: 25_000 }, answers: ofProject },
  { operation: 'spend-limits.remove', input: { project: searchDev }, answers: ofProject },
  { operation: 'spend-limits.show-organization', input: {}, answers: { ...organization, limit: null } },
  { operation: 'spend-limits.set-organization', input: { amount: 2_000_000 }, answers: organization },
  { operation: 'spend-limits.remove-organization', input: {}, answers: organization },
];
