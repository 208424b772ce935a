import type { Journey } from '../journey.ts';

const SEARCH_PROD = '/organization/projects/proj_AcmeSearchProd0000000000';

export const journeys: readonly Journey[] = [
  {
    operation: 'service-tiers.set',
    words: 'search-prod --allow flex --default standard',
    inverse: 'exact',
    look: (get) => get(`${SEARCH_PROD}/service_tier_settings`),
  },
];
