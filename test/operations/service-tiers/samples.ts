import { searchDev } from '../erin-asks.ts';
import { tiersOnWire } from '../projects/settings-on-wire.ts';
import type { Sample } from '../samples.ts';
import { projectOnWire } from '../wire.ts';

export const samples: readonly Sample[] = [
  { operation: 'service-tiers.show', input: { project: searchDev }, answers: { tiers: tiersOnWire() } },
  {
    operation: 'service-tiers.set',
    input: { project: searchDev, allow: ['flex', 'fast'], default: null },
    answers: { project: projectOnWire(), tiers: tiersOnWire() },
  },
];
