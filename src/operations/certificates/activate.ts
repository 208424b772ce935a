import { operationId } from '#domain/ids.ts';
import { declareOrganizationSwitch } from './declare-switch.ts';

export const activateCertificate = declareOrganizationSwitch({
  id: operationId('certificates.activate'),
  way: 'activate',
  title: 'Activate a certificate in the organization',
  summary: 'From then on every request of the organization needs a client certificate under an active one.',
  example: '/openai certificates activate "workloads 2026" --reason "mTLS everywhere from today"',
});
