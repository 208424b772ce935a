import type { Journey } from '../journey.ts';

const project = (id: string): Journey['look'] => {
  return (get) => get(`/organization/projects/${id}/spend_limit`);
};
const searchDev = project('proj_AcmeSearchDev00000000000');
const organization: Journey['look'] = (get) => get('/organization/spend_limit');

export const journeys: readonly Journey[] = [
  { operation: 'spend-limits.set', words: 'search-dev --amount $2,500', inverse: 'exact', look: searchDev },
  {
    operation: 'spend-limits.set',
    words: 'support-bot --amount $9,000',
    inverse: 'exact',
    look: project('proj_AcmeSupportBot0000000000'),
  },
  { operation: 'spend-limits.remove', words: 'search-dev', inverse: 'exact', look: searchDev },
  { operation: 'spend-limits.set-organization', words: '--amount $20,000', inverse: 'exact', look: organization },
  { operation: 'spend-limits.remove-organization', words: '', inverse: 'exact', look: organization },
];
