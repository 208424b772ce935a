import { operationId } from '#domain/ids.ts';
import { declareProjectSwitch } from './declare-switch.ts';

export const activateProjectCertificate = declareProjectSwitch({
  id: operationId('certificates.activate-project'),
  way: 'activate',
  title: 'Activate a certificate in a project',
  summary: 'From then on every request of the project needs a client certificate under an active one.',
  example:
    '/openai certificates activate-project billing-prod --certificate "workloads 2026" --reason "mTLS for billing"',
});
