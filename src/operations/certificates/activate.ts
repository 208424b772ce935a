import { operationId } from '#domain/ids.ts';
import { declareChange } from '../operation.ts';
import { certificateField } from './fields.ts';
import { needCertificates, organizationPlace } from './place.ts';
import { knownInOrganization, planSwitch } from './switch-plan.ts';

const id = operationId('certificates.activate');

export const activateCertificate = declareChange({
  id,
  tier: 'critical',
  title: 'Activate a certificate in the organization',
  summary: 'From then on every request of the organization needs a client certificate under an active one.',
  example: '/openai certificates activate "workloads 2026" --reason "mTLS everywhere from today"',
  fields: { certificate: certificateField },
  callBudget: 1,
  known: knownInOrganization,
  need: (_ask, have) => (have.certificates === undefined ? [needCertificates(organizationPlace)] : []),
  plan: (ask, { certificates }) => {
    const { certificate } = ask.input;
    const place = organizationPlace;
    return planSwitch({ id, tier: 'critical', way: 'activate', place, certificate, now: ask.now }, certificates);
  },
});
