import type { Journey } from '../journey.ts';

const SEARCH_PROD = '/organization/projects/proj_AcmeSearchProd0000000000';

export const journeys: readonly Journey[] = [
  {
    operation: 'tools.set',
    words: 'search-prod --on mcp --off web_search,code_interpreter',
    inverse: 'exact',
    look: (get) => get(`${SEARCH_PROD}/hosted_tool_permissions`),
  },
];
