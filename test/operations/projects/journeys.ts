import { valueAt } from '#domain/json.ts';
import type { Journey } from '../journey.ts';

const SEARCH_DEV = '/organization/projects/proj_AcmeSearchDev00000000000';
const PLAYGROUND = '/organization/projects/proj_AcmePlayground0000000000';
const BILLING = '/organization/projects/proj_AcmeBillingProd000000000';

type Get = Parameters<Journey['look']>[0];

/** Every project with its name and state. */
const states = async (get: Get) => {
  const list = (await get('/organization/projects?include_archived=true')) as {
    data: readonly { name: string; status: string }[];
  };
  return list.data.map(({ name, status }) => `${name} ${status}`).toSorted();
};

/** What is set on a project, without what the vendor reckons from it. */
const settings = (project: string) => async (get: Get) => ({
  models: await get(`${project}/model_permissions`),
  limits: await get(`${project}/rate_limits`),
  tools: await get(`${project}/hosted_tool_permissions`),
  tiers: await get(`${project}/service_tier_settings`),
  hardLimit: valueAt(await get(`${project}/spend_limit`), ['threshold_amount']) ?? null,
});

export const journeys: readonly Journey[] = [
  {
    operation: 'projects.create',
    words: '--name search-eval --residency EU_STORAGE_PROCESSING',
    inverse: 'partial',
    look: states,
  },
  {
    operation: 'projects.open',
    words:
      'search-eval --owners bea@acme.example --members erin@acme.example,sam@acme.example --hard-limit $250 --alert $200 --alert-to finops@acme.example --models gpt-6-astra,gpt-image-2 --limits gpt-6-astra:rpm=500,gpt-image-2:ipm=5',
    inverse: 'partial',
    look: states,
  },
  {
    operation: 'projects.playground',
    words: 'erin-tries-images --who erin@acme.example --hard-limit $20',
    inverse: 'partial',
    look: states,
  },
  { operation: 'projects.rename', words: 'playground --name sandpit', inverse: 'exact', look: states },
  { operation: 'projects.archive', words: 'playground', inverse: 'none', look: states },
  { operation: 'projects.close', words: 'search-dev', inverse: 'none', look: states },
  {
    operation: 'projects.configure',
    words:
      'playground --only-models gpt-6-astra,gpt-6-astra-mini --limits gpt-6-astra:rpm=30 --tools-off mcp --tiers standard --default-tier standard --hard-limit $50',
    inverse: 'partial',
    look: settings(PLAYGROUND),
  },
  {
    operation: 'projects.configure',
    words: 'search-dev --no-hard-limit --tools-off web_search',
    inverse: 'exact',
    look: settings(SEARCH_DEV),
  },
  {
    operation: 'projects.complete',
    words: 'playground --members mei@acme.example --hard-limit $40 --models gpt-6-astra',
    inverse: 'partial',
    look: settings(PLAYGROUND),
  },
  {
    operation: 'projects.complete',
    words: 'playground --hard-limit $45',
    inverse: 'exact',
    look: settings(PLAYGROUND),
  },
  {
    operation: 'projects.complete',
    words: 'playground --members mei@acme.example',
    inverse: 'none',
    look: (get) => get(`${PLAYGROUND}/users`),
  },
  {
    operation: 'projects.copy-settings',
    words: 'playground --from search-prod',
    inverse: 'partial',
    look: settings(PLAYGROUND),
  },
  { operation: 'projects.contain', words: 'billing-prod', inverse: 'partial', look: settings(BILLING) },
  {
    operation: 'projects.release',
    before: [{ operation: 'projects.contain', words: 'billing-prod' }],
    words:
      'billing-prod --only-models gpt-6-astra,gpt-6-astra-mini --hard-limit $900 --limits gpt-6-astra:rpm=10000,gpt-6-astra:tpm=4000000,gpt-6-astra:tpd=40000000',
    inverse: 'exact',
    look: settings(BILLING),
  },
];
