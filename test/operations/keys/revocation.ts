import type { RequestDetail, RequestInverse } from '#operations/memory.ts';
import { NOON, searchDev } from '../erin-asks.ts';
import { requestDetail } from '../samples.ts';

const project = `/organization/projects/${searchDev.id}`;

/** A request that revoked the key `key_svc` an hour ago, together with the account made for it. */
export const revocation = (more: Partial<RequestDetail> = {}): RequestDetail => ({
  ...requestDetail,
  title: 'Revoke a key and its account in search-dev',
  gist: 'nightly-eval',
  tier: 'destructive',
  calls: [
    {
      title: 'Delete the service account evaluator with its keys',
      method: 'DELETE',
      path: `${project}/service_accounts/user_svc`,
      status: 'applied',
      at: NOON - 3_600_000,
    },
  ],
  ...more,
});

export const revocationInverse: RequestInverse = {
  id: requestDetail.id,
  state: 'succeeded',
  title: 'R-YHN2BKVP: Revoke a key and its account in search-dev',
  verdict: 'none',
  sentence: 'it cannot be undone.',
  operation: 'keys.issue',
  input: { project: searchDev },
};
