import type { Journey } from '../journey.ts';

const SEARCH_DEV = '/organization/projects/proj_AcmeSearchDev00000000000';

export const journeys: readonly Journey[] = [
  {
    operation: 'rate-limits.set',
    words: 'search-dev --model gpt-6-astra --requests-per-minute 250 --tokens-per-minute 200000',
    inverse: 'partial',
    look: (get) => get(`${SEARCH_DEV}/rate_limits`),
  },
];
