import { operationId } from '#domain/ids.ts';
import { declareChange } from '../operation.ts';
import { certificateField } from './fields.ts';
import { needCertificates, organizationPlace } from './place.ts';
import { knownInOrganization, planSwitch } from './switch-plan.ts';

const id = operationId('certificates.deactivate');

export const deactivateCertificate = declareChange({
  id,
  tier: 'critical',
  title: 'Deactivate a certificate in the organization',
  summary: 'Clients under this certificate are no longer let in; without any, requests need none.',
  example: '/openai certificates deactivate "workloads 2026" --reason "replaced by the one of 2027"',
  fields: { certificate: certificateField },
  callBudget: 1,
  known: knownInOrganization,
  need: (_ask, have) => (have.certificates === undefined ? [needCertificates(organizationPlace)] : []),
  plan: (ask, { certificates }) => {
    const { certificate } = ask.input;
    const place = organizationPlace;
    return planSwitch({ id, tier: 'critical', way: 'deactivate', place, certificate, now: ask.now }, certificates);
  },
});
