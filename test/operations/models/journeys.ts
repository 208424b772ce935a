import type { Journey } from '../journey.ts';

const SEARCH_DEV = '/organization/projects/proj_AcmeSearchDev00000000000';
const SEARCH_PROD = '/organization/projects/proj_AcmeSearchProd0000000000';

/** The list of a project, in whatever order the vendor keeps it. */
const list =
  (project: string): Journey['look'] =>
  async (get) => {
    const answer = (await get(`${project}/model_permissions`)) as { mode: string; model_ids: readonly string[] } | null;
    return answer === null ? null : { mode: answer.mode, models: answer.model_ids.toSorted() };
  };

export const journeys: readonly Journey[] = [
  {
    operation: 'models.set',
    words: 'search-dev --only gpt-6-astra,gpt-6-astra-mini',
    inverse: 'exact',
    look: list(SEARCH_DEV),
  },
  {
    operation: 'models.set',
    words: 'search-prod --except gpt-image-2',
    inverse: 'exact',
    look: list(SEARCH_PROD),
  },
  {
    operation: 'models.set',
    words: 'search-prod --none',
    inverse: 'exact',
    look: list(SEARCH_PROD),
  },
  {
    operation: 'models.reset',
    words: 'search-prod',
    inverse: 'exact',
    look: list(SEARCH_PROD),
  },
];
