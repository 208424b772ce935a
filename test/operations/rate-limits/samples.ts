import { searchDev } from '../erin-asks.ts';
import { limitsOnWire, useOnWire } from '../projects/settings-on-wire.ts';
import type { Sample } from '../samples.ts';
import { projectOnWire } from '../wire.ts';

export const noLimits = {
  requestsPerMinute: null,
  tokensPerMinute: null,
  imagesPerMinute: null,
  audioMegabytesPerMinute: null,
  requestsPerDay: null,
  batchTokensPerDay: null,
};

export const samples: readonly Sample[] = [
  { operation: 'rate-limits.list', input: { project: searchDev }, answers: { limits: limitsOnWire() } },
  {
    operation: 'rate-limits.set',
    input: {
      project: searchDev,
      model: { id: 'rl-gpt-6-astra', name: 'gpt-6-astra' },
      ...noLimits,
      requestsPerMinute: 500,
    },
    answers: { project: projectOnWire(), limits: limitsOnWire(), use: useOnWire(['gpt-6-astra', 600]) },
  },
];
