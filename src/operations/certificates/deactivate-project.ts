import { operationId } from '#domain/ids.ts';
import { declareProjectSwitch } from './declare-switch.ts';

export const deactivateProjectCertificate = declareProjectSwitch({
  id: operationId('certificates.deactivate-project'),
  way: 'deactivate',
  title: 'Deactivate a certificate in a project',
  summary: 'Clients under this certificate are no longer let into the project; without any, the organization’s count.',
  example:
    '/openai certificates deactivate-project billing-prod --certificate "workloads 2026" --reason "replaced by the one of 2027"',
});
