import { operationId } from '#domain/ids.ts';
import { declareOrganizationSwitch } from './declare-switch.ts';

export const deactivateCertificate = declareOrganizationSwitch({
  id: operationId('certificates.deactivate'),
  way: 'deactivate',
  title: 'Deactivate a certificate in the organization',
  summary: 'Clients under this certificate are no longer let in; without any, requests need none.',
  example: '/openai certificates deactivate "workloads 2026" --reason "replaced by the one of 2027"',
});
