import type { Journey } from '../journey.ts';

const SEARCH_DEV = '/organization/projects/proj_AcmeSearchDev00000000000';

type Look = Journey['look'];

const keys: Look = async (get) => {
  const { data } = (await get(`${SEARCH_DEV}/api_keys?owner_project_access=any&limit=100`)) as {
    readonly data: readonly { readonly name: string }[];
  };
  return data.map(({ name }) => name).toSorted();
};

interface Told {
  readonly data: readonly { readonly type: string; readonly [payload: string]: unknown }[];
}

/** What the last word about any key's scopes was: the audit log is the only place that tells, and it tells newest first. */
const scopes: Look = async (get) => {
  const { data } = (await get('/organization/audit_logs?limit=100')) as Told;
  const told = data.map((event) => event[event.type]) as readonly {
    readonly data?: { readonly scopes?: readonly string[] };
    readonly changes_requested?: { readonly scopes?: readonly string[] };
  }[];
  return told.map((payload) => payload?.data?.scopes ?? payload?.changes_requested?.scopes).find(Array.isArray) ?? [];
};

const issued = { operation: 'keys.issue', words: 'search-dev --name nightly-eval --for 30d --access requests' };

const expiryAt =
  (path: string): Look =>
  async (get) =>
    ((await get(path)) as { readonly expires_at: number | null }).expires_at;

export const journeys: readonly Journey[] = [
  { ...issued, inverse: 'exact', look: keys },
  { operation: 'keys.revoke', words: '"search-dev/erin old laptop"', inverse: 'none', look: keys },
  { operation: 'keys.limit', words: 'nightly-eval --access read', before: [issued], inverse: 'exact', look: scopes },
  {
    // Its end comes back to the second or two that the calls take.
    operation: 'keys.limit',
    words: 'data-science/labeller --for 7d',
    inverse: 'partial',
    look: expiryAt('/organization/projects/proj_AcmeDataScience000000000/api_keys/key_AcmeLabeller000000000000'),
  },
  {
    operation: 'keys.limit',
    words: '"search-dev/erin local" --until 2027-01-31',
    inverse: 'none',
    look: expiryAt(`${SEARCH_DEV}/api_keys/key_AcmeErinLocal00000000000`),
  },
  { operation: 'keys.pause', words: 'nightly-eval', before: [issued], inverse: 'exact', look: scopes },
  {
    operation: 'keys.resume',
    words: 'nightly-eval',
    before: [issued, { operation: 'keys.pause', words: 'nightly-eval' }],
    inverse: 'exact',
    look: scopes,
  },
];
