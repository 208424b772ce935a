import type { Journey } from '../journey.ts';

export const journeys: readonly Journey[] = [
  {
    operation: 'retention.set',
    words: 'search-dev --control zero-data-retention',
    inverse: 'exact',
    look: (get) => get('/organization/projects/proj_AcmeSearchDev00000000000/data_retention'),
  },
  {
    operation: 'retention.set-organization',
    words: '--control zero-data-retention',
    inverse: 'partial',
    look: (get) => get('/organization/data_retention'),
  },
];
