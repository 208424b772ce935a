import type { Journey } from '../journey.ts';

const PROJECT = '/organization/projects/proj_AcmeSearchDev00000000000/spend_alerts';
const ORGANIZATION = '/organization/spend_alerts';

interface Listed {
  readonly data: readonly Readonly<Record<string, unknown>>[];
}

/** The alerts without their ids, which are new with every alert. */
const alertsAt =
  (path: string): Journey['look'] =>
  async (get) =>
    ((await get(path)) as Listed).data.map((alert) => ({ ...alert, id: '' }));

export const journeys: readonly Journey[] = [
  {
    operation: 'spend-alerts.create',
    words: 'search-dev --amount $700 --recipients bea@acme.example,finops@acme.example --subject [budget]',
    inverse: 'exact',
    look: alertsAt(PROJECT),
  },
  {
    operation: 'spend-alerts.update',
    words: 'search-dev --alert alert_AcmeSearchDev00000000 --amount $750 --no-subject',
    inverse: 'exact',
    look: alertsAt(PROJECT),
  },
  {
    operation: 'spend-alerts.delete',
    words: 'search-dev --alert alert_AcmeSearchDev00000000',
    inverse: 'recreate',
    look: alertsAt(PROJECT),
  },
  {
    operation: 'spend-alerts.create-organization',
    words: '--amount $12,000 --recipients finops@acme.example',
    inverse: 'exact',
    look: alertsAt(ORGANIZATION),
  },
  {
    operation: 'spend-alerts.update-organization',
    words: 'alert_AcmeEverything000000 --recipients finops@acme.example',
    inverse: 'exact',
    look: alertsAt(ORGANIZATION),
  },
  {
    operation: 'spend-alerts.delete-organization',
    words: 'alert_AcmeEverything000000',
    inverse: 'recreate',
    look: alertsAt(ORGANIZATION),
  },
];
