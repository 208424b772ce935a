import { goodPem } from '../../sandbox/openai/pem-lines.ts';
import type { Journey } from '../journey.ts';

const BILLING = '/organization/projects/proj_AcmeBillingProd000000000/certificates';
const SEED = '"workloads 2026"';
const upload = `"workloads 2027" --certificate "${goodPem.join(' ')}"`;

interface Listed {
  readonly data: readonly Readonly<Record<string, unknown>>[];
}

/** Names and states, without ids: a certificate uploaded again has a new one. */
const listIn = async (get: (path: string) => Promise<unknown>, path: string) =>
  ((await get(path)) as Listed).data.map(({ name, active }) => `${String(name)}: ${String(active)}`).toSorted();

const inOrganization: Journey['look'] = (get) => listIn(get, '/organization/certificates');
const inBilling: Journey['look'] = (get) => listIn(get, BILLING);

export const journeys: readonly Journey[] = [
  { operation: 'certificates.upload', words: upload, inverse: 'exact', look: inOrganization },
  {
    operation: 'certificates.rename',
    words: `${SEED} --name "until 2027"`,
    inverse: 'exact',
    look: inOrganization,
  },
  {
    operation: 'certificates.delete',
    before: [{ operation: 'certificates.upload', words: upload }],
    words: '"workloads 2027"',
    inverse: 'recreate',
    look: inOrganization,
  },
  { operation: 'certificates.activate', words: SEED, inverse: 'exact', look: inOrganization },
  {
    operation: 'certificates.deactivate',
    before: [{ operation: 'certificates.activate', words: SEED }],
    words: SEED,
    inverse: 'exact',
    look: inOrganization,
  },
  {
    operation: 'certificates.activate-project',
    before: [{ operation: 'certificates.upload', words: upload }],
    words: 'billing-prod --certificate "workloads 2027"',
    inverse: 'exact',
    look: inBilling,
  },
  {
    operation: 'certificates.deactivate-project',
    words: `billing-prod --certificate ${SEED}`,
    inverse: 'exact',
    look: inBilling,
  },
];
